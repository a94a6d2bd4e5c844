package org.printwire.posix;

import java.util.Locale;
import java.util.Map;

/**
 * Something about a camera that can be set.
 *
 * @param id       V4L2's number
 * @param label    the driver's words, as {@code Power Line Frequency}
 * @param standard the value that the driver begins with
 * @param value    the value now
 * @param choices  the text of each value, for a menu; else empty
 * @param idle     it has no effect now, because an automatic does its work
 * @param readOnly it can be looked at and not set
 */
public record VideoControl(
        int id, String label, Kind kind, int least, int most, int step, int standard, int value,
        Map<Integer, String> choices, boolean idle, boolean readOnly) {

    /** What its values are. */
    public enum Kind { NUMBER, SWITCH, MENU }

    /** The label as one word, as v4l2-ctl writes it: {@code power_line_frequency}. */
    public String name() {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
