package org.printwire.gcode;

import java.nio.charset.StandardCharsets;

/**
 * Finds the command in a line: what is left without comment, outer blanks, line number and checksum.
 *
 * <p>A comment starts at the first {@code ;} that no backslash escapes; two backslashes cancel each other. Text in
 * parentheses, {@code %} and backslashes are no comment and stay. A line number is {@code N} and digits at the very
 * start, before a blank or a command; it takes a {@code *<digits>} at the end with it. Without a line number such an
 * end is a checksum only if it is the right one, so {@code M117 N5 *great*} stays as it is.
 */
final class LineText {
    private LineText() {
    }

    /** The index of the semicolon that starts the comment, or {@code length} when there is none. */
    static int commentStart(byte[] line, int length) {
        boolean escaped = false;
        for (int i = 0; i < length; i++) {
            byte b = line[i];
            if (b == ';' && !escaped) {
                return i;
            }
            escaped = b == '\\' && !escaped;
        }
        return length;
    }

    /** The command in the first {@code length} bytes (a comment is already left out); empty when there is none. */
    static String command(byte[] line, int length) {
        int from = skipBlanks(line, 0, length);
        int to = trimEnd(line, from, length);
        int text = afterNumber(line, from, to);
        if (text > from || to > from && line[to - 1] >= '0' && line[to - 1] <= '9') {
            to = beforeChecksum(line, from, to, text > from);
        }
        return text >= to ? "" : new String(line, text, to - text, StandardCharsets.ISO_8859_1);
    }

    /** Where the command behind {@code N123} starts; {@code from} when the line brings no number. */
    private static int afterNumber(byte[] line, int from, int to) {
        if (from == to || line[from] != 'N' && line[from] != 'n') {
            return from;
        }
        int digits = from + 1;
        if (digits < to && line[digits] == '-') {
            digits++; // printcore opens with N-1 M110
        }
        int end = skipDigits(line, digits, to);
        if (end == digits || end < to && !mayFollowNumber(line[end])) {
            return from;
        }
        return skipBlanks(line, end, to);
    }

    private static boolean mayFollowNumber(byte b) {
        return LineScanner.blank(b) || b == '*' || b == '@' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    private static int beforeChecksum(byte[] line, int from, int to, boolean numbered) {
        int digits = to;
        int sum = 0;
        for (int ten = 1; digits > from && ten <= 100 && digit(line[digits - 1]); ten *= 10) {
            sum += (line[--digits] - '0') * ten;
        }
        int star = digits - 1;
        if (digits == to || star < from || line[star] != '*' || !numbered && sum != xor(line, from, star)) {
            return to;
        }
        return trimEnd(line, from, star);
    }

    private static int xor(byte[] line, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum ^= line[i] & 0xFF;
        }
        return sum;
    }

    private static int skipBlanks(byte[] line, int from, int to) {
        int i = from;
        while (i < to && LineScanner.blank(line[i])) {
            i++;
        }
        return i;
    }

    private static int skipDigits(byte[] line, int from, int to) {
        int i = from;
        while (i < to && digit(line[i])) {
            i++;
        }
        return i;
    }

    private static int trimEnd(byte[] line, int from, int to) {
        int i = to;
        while (i > from && LineScanner.blank(line[i - 1])) {
            i--;
        }
        return i;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
