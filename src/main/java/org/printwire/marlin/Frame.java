package org.printwire.marlin;

import java.nio.charset.StandardCharsets;

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
        return (line() + '\n').getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The line without its end. */
    public String line() {
        if (!numbered()) {
            return command;
        }
        String covered = "N" + number + ' ' + command;
        return covered + '*' + checksum(covered);
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
