package org.printwire.camera;

import java.util.ArrayList;
import java.util.List;
import org.printwire.config.CameraSection;
import org.printwire.config.Secret;
import org.printwire.http.Wire;

/**
 * The configured cameras, the first one being the default.
 *
 * @param problems one sentence per camera that cannot be made, saying what to write instead
 */
public record Cameras(List<Camera> cameras, List<String> problems) {

    /** Opens nothing: a camera is touched by its first capture. */
    public static Cameras of(List<CameraSection> sections, Wire wire, String version) {
        List<Camera> cameras = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (CameraSection section : sections) {
            JpegFit fit = new JpegFit(section);
            switch (section.type()) {
                case TEST -> cameras.add(new TestPattern(section.name(), fit));
                case HTTP -> cameras.add(new HttpCamera(
                        section.name(), new Secret(section.url()), wire, "printwire/" + version, fit));
                case V4L2, COMMAND -> problems.add(notBuilt(section));
            }
        }
        return new Cameras(List.copyOf(cameras), List.copyOf(problems));
    }

    private static String notBuilt(CameraSection section) {
        String type = section.type() == CameraSection.Type.V4L2 ? "v4l2" : "command";
        return "camera " + section.name() + ": type " + type + " is not built yet; use type http with the snapshot "
                + "url of a streamer such as ustreamer, or type test";
    }
}
