package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.printwire.camera.Jpeg;
import org.printwire.http.HttpBody;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.MultipartForm;

/**
 * Makes the web request of a delivery. Pure: the same input gives the same bytes, so a retry is the same request.
 *
 * <p>The body has five keys: deviceIdentifier, apiSecret, topic, message, extra. A webhook that wants a picture gets
 * them as fields of a multipart/form-data body ({@code extra} as JSON text) with the picture last, as
 * {@code snapshot}, {@code snapshot.jpg}; where no picture could be had, the same without that part. Others get JSON.
 */
public final class RequestBuilder {

    private static final String JSON = "application/json";

    private final BodyWriter writer;
    private final String userAgent;

    /** @param version of this program, for the User-Agent */
    public RequestBuilder(BodyWriter writer, String version) {
        this.writer = writer;
        this.userAgent = "printwire/" + version;
    }

    public HttpRequestSpec request(Webhook webhook, Delivery delivery, Optional<Jpeg> picture) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", userAgent);
        String contentType = JSON;
        for (var header : webhook.headers().entrySet()) {
            if (!header.getKey().equalsIgnoreCase("Content-Type")) {
                headers.keySet().removeIf(header.getKey()::equalsIgnoreCase);
                headers.put(header.getKey(), header.getValue());
            } else if (header.getValue().toLowerCase(Locale.ROOT).contains(JSON)) {
                contentType = header.getValue();   // "application/json; charset=utf-8" is the user's right
            }
        }
        headers.put("X-Printwire-Event-Id", delivery.eventId());
        HttpBody body = webhook.snapshot()
                ? form(webhook, delivery, picture)
                : new HttpBody(contentType, writer.json(values(webhook, delivery)).getBytes(UTF_8));
        return new HttpRequestSpec("POST", webhook.url(), headers, body,
                HttpRequestSpec.USUAL_LIMIT, HttpRequestSpec.ANSWER_HEAD_BYTES);
    }

    private HttpBody form(Webhook webhook, Delivery delivery, Optional<Jpeg> picture) {
        MultipartForm form = new MultipartForm("printwire-" + delivery.eventId());
        values(webhook, delivery).forEach((key, value) ->
                form.field(key, key.equals("extra") ? writer.json(delivery.extra()) : String.valueOf(value)));
        picture.ifPresent(jpeg -> form.file("snapshot", "snapshot.jpg", "image/jpeg", jpeg.bytes()));
        return form.body();
    }

    private static Map<String, Object> values(Webhook webhook, Delivery delivery) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("deviceIdentifier", webhook.deviceIdentifier());
        values.put("apiSecret", webhook.apiSecret().reveal());
        values.put("topic", delivery.topic().title());
        values.put("message", delivery.message());
        values.put("extra", delivery.extra());
        return values;
    }
}
