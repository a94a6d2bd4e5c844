package org.printwire.gcode;

import java.util.Optional;

/**
 * Whether a command still fits the firmware's line buffer once it has its number and checksum. Prusa-Firmware 3.14
 * takes 95 bytes: it cuts a longer line there and takes the rest as a command of its own, with a second {@code ok}.
 */
public final class LineLength {
    private static final int M117 = GcodeWord.code('M', 117);
    private static final int M118 = GcodeWord.code('M', 118);
    private static final int LONGEST_UTF8_TAIL = 3;

    private LineLength() {
    }

    /** Bytes of {@code N<number> <text>*255}: the longest that the checksum can make it, without the line end. */
    public static int framedBytes(String text, long number) {
        return "N".length() + Long.toString(number).length() + " ".length() + text.length() + "*255".length();
    }

    /**
     * What to send for a command: the text itself, or its beginning if it is too long and only a message to read (M117,
     * M118), or nothing if it cannot fit. A letter of several UTF-8 bytes is cut off whole.
     *
     * @param number   the line number that the command will get
     * @param maxBytes the firmware's limit with number and checksum, without the line end
     */
    public static Optional<String> fit(String text, long number, int maxBytes) {
        int excess = framedBytes(text, number) - maxBytes;
        if (excess <= 0) {
            return Optional.of(text);
        }
        int code = GcodeWord.code(text);
        int room = text.length() - excess;
        if (code != M117 && code != M118 || room < "M117".length()) {
            return Optional.empty();
        }
        return Optional.of(text.substring(0, wholeLetters(text, room)).stripTrailing());
    }

    /** Steps back from the middle of a UTF-8 letter, whose bytes the text holds as one character each. */
    private static int wholeLetters(String text, int end) {
        int at = end;
        while (at > 0 && end - at < LONGEST_UTF8_TAIL && text.charAt(at) >= 0x80 && text.charAt(at) < 0xC0) {
            at--;
        }
        return text.charAt(at) >= 0xC0 || at == end ? at : end;
    }
}
