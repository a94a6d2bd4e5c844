package org.printwire.camera;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wanted of a V4L2 camera.
 *
 * @param device   a path ({@code /dev/video0}, better one of {@code /dev/v4l/by-id}), or a part of the camera's name;
 *                 null: the first that gives pictures
 * @param width    pixels; 0 with height 0: the largest size that is sent without shrinking
 * @param format   null: JPEG of the camera's own where it has that
 * @param keepOn   how long it goes on streaming after a picture, so that the next is there at once; zero: not at all
 * @param controls what to set before a picture, by name, as {@link V4l2Controls} reads them
 */
public record V4l2Settings(
        String device, int width, int height, PixelFormat format, Duration keepOn, Map<String, String> controls) {

    public V4l2Settings {
        controls = Collections.unmodifiableMap(new LinkedHashMap<>(controls));
    }

    /** Everything as usual. {@code device} may be null. */
    public static V4l2Settings of(String device) {
        return new V4l2Settings(device, 0, 0, null, Duration.ZERO, Map.of());
    }
}
