package org.printwire.camera;

import java.time.Duration;
import java.util.Map;
import org.printwire.config.Secret;
import org.printwire.http.HttpAnswer;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.Wire;

/**
 * A camera with a snapshot address: ustreamer, mjpg-streamer, a network camera. One GET per picture, up to 10 MB. The
 * answer must be a 2xx and an image (JPEG, PNG, GIF or BMP); what is not JPEG becomes one.
 */
public final class HttpCamera implements Camera {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final String name;
    private final Secret url;
    private final Wire wire;
    private final String userAgent;
    private final JpegFit fit;

    HttpCamera(String name, Secret url, Wire wire, String userAgent, JpegFit fit) {
        this.name = name;
        this.url = url;
        this.wire = wire;
        this.userAgent = userAgent;
        this.fit = fit;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Jpeg capture(Caption caption, Duration limit) throws CameraException {
        HttpRequestSpec get =
                new HttpRequestSpec("GET", url, Map.of("User-Agent", userAgent), null, limit, MOST_BYTES);
        HttpAnswer answer = wire.call(get);
        if (answer instanceof HttpAnswer.Answered answered) {
            return picture(answered, get.host(), caption);
        }
        throw new CameraException(((HttpAnswer.Failed) answer).reason());
    }

    private Jpeg picture(HttpAnswer.Answered answered, String host, Caption caption) throws CameraException {
        if (answered.status() < 200 || answered.status() > 299) {
            throw new CameraException(host + " answered " + answered.status() + " instead of a picture");
        }
        if (answered.contentType().filter(type -> type.startsWith("multipart/x-mixed-replace")).isPresent()) {
            throw new CameraException(
                    host + " sends an endless stream; write its snapshot address as url (often ?action=snapshot)");
        }
        if (answered.cut()) {
            throw new CameraException(host + " sent a picture that broke off or is over 10 MB");
        }
        try {
            return fit.of(answered.body(), caption);
        } catch (CameraException e) {
            throw new CameraException(host + ": " + e.getMessage(), e);
        }
    }
}
