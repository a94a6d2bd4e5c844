package org.printwire.config;

import java.time.Duration;
import java.util.List;

/**
 * {@code timelapse:}.
 *
 * @param mode       when a picture is taken
 * @param every      each so many layers, seconds or millimetres of height
 * @param camera     by name; null: the default one
 * @param fps        pictures a second in the film
 * @param park       commands that bring the head aside at the end of a layer; none: it goes on at once
 * @param dwell      how long it stays there
 * @param maxBytes   of the pictures of one print
 * @param maxFrames  of one print
 * @param age        after which a timelapse is removed
 * @param keepFrames the pictures stay when the film is made
 * @param format     of the film
 * @param render     the film is made after the print
 */
public record TimelapseSection(Mode mode, double every, String camera, int fps, List<String> park, Duration dwell,
        long maxBytes, int maxFrames, Duration age, boolean keepFrames, Format format, boolean render) {

    public static final TimelapseSection DEFAULTS = new TimelapseSection(Mode.OFF, 1, null, 25, List.of(),
            Duration.ofMillis(500), 300_000_000, 2000, Duration.ofDays(30), false, Format.AUTO, true);

    /** No pictures, or one for every so many layers, seconds or millimetres. */
    public enum Mode { OFF, LAYER, SECONDS, MILLIMETRES }

    /** {@code AUTO}: MP4 where there is an ffmpeg that can, else GIF. */
    public enum Format { AUTO, MP4, GIF }

    /** Pictures are wanted. */
    public boolean on() {
        return mode != Mode.OFF;
    }
}
