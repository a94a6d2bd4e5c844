package org.printwire.config;

import java.util.List;

/**
 * One entry of {@code cameras:}. Which of device, url and command is set depends on the type.
 *
 * @param rotate degrees clockwise: 0, 90, 180 or 270
 */
public record CameraSection(
        String name,
        Type type,
        String device,
        String url,
        List<String> command,
        int rotate,
        boolean flipHorizontal,
        boolean flipVertical,
        PictureSection picture) {

    /** Name and type alone: the address may hold a password. */
    @Override
    public String toString() {
        return "CameraSection[name=" + name + ", type=" + type + "]";
    }

    /** {@code v4l2}, {@code command}, {@code http} or {@code test}. */
    public enum Type { V4L2, COMMAND, HTTP, TEST }
}
