package org.printwire.marlin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One command as it goes over the wire: {@code N<number> <command>*<checksum>} and a line feed, or the bare command
 * when it has no number. The checksum is the exclusive or of all bytes before the asterisk, written in decimal (Marlin
 * 1 and 2, Prusa MK3 3.14).
 *
 * <p>The text is Latin-1: a character above U+00FF is stored as {@code ?}, so that {@link #command()} is always what
 * the printer sees. Immutable; any thread.
 *
 * <p>No guarantee that a firmware can read it: an asterisk in the text of M117 ends the command for firmware that looks
 * for the first one, and a semicolon ends it for all.
 *
 * @param number  line number, 0 or more; {@link #BARE} for none
 * @param command the command, without line end
 */
public record Frame(long number, String command) {

    /** The number of a frame without number and checksum. */
    public static final long BARE = -1;

    public Frame {
        if (number < BARE) {
            throw new IllegalArgumentException("line number " + number + " of " + command);
        }
        if (command.indexOf('\n') >= 0 || command.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a command holds a line end: " + command);
        }
        command = latin1(command);
    }

    public static Frame numbered(long number, String command) {
        if (number < 0) {
            throw new IllegalArgumentException("line number " + number + " of " + command);
        }
        return new Frame(number, command);
    }

    public static Frame bare(String command) {
        return new Frame(BARE, command);
    }

    public boolean numbered() {
        return number != BARE;
    }

    /** What is written to the port, line feed included. */
    public byte[] bytes() {
        return bytes(false);
    }

    /**
     * As {@link #bytes()}, behind a line end if {@code closing}. In the form of {@link #line()}, or, should one damaged byte
     * be able to shorten that unseen, in another that firmware takes alike.
     */
    byte[] bytes(boolean closing) {
        byte[] bytes = bytes(closing, 0, true);
        if (!numbered() || needsBlank() || !weak(bytes)) {
            return bytes;
        }
        // Without the blank behind the number, with or without a zero before it, all sums are others; firmware takes them alike.
        byte[] other = bytes(closing, 0, false);
        if (weak(other)) {
            other = bytes(closing, 1, false);
        }
        return weak(other) ? bytes : other;
    }

    /**
     * True if one damaged byte could make a shorter line of it whose checksum is right: Prusa MK3 3.14 takes the first
     * asterisk for the checksum's, and what is no number behind it for 0. So {@code N1311 G1 X147.25 Y96.32 E0.0172} is
     * executed without its E where that becomes an asterisk, since what is before it sums up to 0.
     */
    private static boolean weak(byte[] bytes) {
        int sum = 0;
        for (int i = bytes[0] == '\n' ? 1 : 0; i + 1 < bytes.length && bytes[i] != '*'; i++) {
            if (sum == number(bytes, i + 1)) {
                return true;
            }
            sum ^= bytes[i] & 0xFF;
        }
        return false;
    }

    private static int number(byte[] bytes, int at) {
        int number = 0;
        for (int i = at; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9' && number < 256; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /** Each line of a print goes through here: one array and one pass, where {@link #line()} would make five. */
    private byte[] bytes(boolean closing, int zeros, boolean blank) {
        byte[] text = command.getBytes(StandardCharsets.ISO_8859_1);
        int digits = numbered() ? digits(number) : 0;
        byte[] bytes = new byte[(closing ? 1 : 0) + (numbered() ? zeros + digits + 6 : 0) + text.length + 1];
        int at = 0;
        if (closing) {
            bytes[at++] = '\n';
        }
        int covered = at;
        if (numbered()) {
            bytes[at++] = 'N';
            write(number, zeros + digits, bytes, at);
            at += zeros + digits;
            if (blank) {
                bytes[at++] = ' ';
            }
        }
        System.arraycopy(text, 0, bytes, at, text.length);
        at += text.length;
        if (numbered()) {
            int sum = 0;
            for (int i = covered; i < at; i++) {
                sum ^= bytes[i] & 0xFF;
            }
            bytes[at++] = '*';
            int places = digits(sum);
            write(sum, places, bytes, at);
            at += places;
        }
        bytes[at++] = '\n';
        return at == bytes.length ? bytes : Arrays.copyOf(bytes, at);
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static void write(long value, int digits, byte[] bytes, int at) {
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** The line without its end. */
    public String line() {
        if (!numbered()) {
            return command;
        }
        return summed("N" + number + ' ' + command);
    }

    /** A text with its checksum. */
    static String summed(String covered) {
        return covered + '*' + checksum(covered);
    }

    /** The number would run into the command without a blank between them; else firmware takes it with and without. */
    boolean needsBlank() {
        return command.isEmpty() || Cursor.digit(command.charAt(0));
    }

    /** Bytes without the line end: what counts against the firmware's longest line. */
    public int length() {
        return line().length();
    }

    /** Exclusive or of the bytes of a Latin-1 text. */
    static int checksum(String covered) {
        int sum = 0;
        for (int i = 0; i < covered.length(); i++) {
            sum ^= covered.charAt(i) & 0xFF;
        }
        return sum;
    }

    private static String latin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder latin1 = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            latin1.append(text.charAt(i) > 0xFF ? '?' : text.charAt(i));
        }
        return latin1.toString();
    }
}
