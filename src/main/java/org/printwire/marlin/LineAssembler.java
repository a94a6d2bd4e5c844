package org.printwire.marlin;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Puts received bytes together to lines, however the port has split them. A line ends at a line feed; carriage returns
 * right before it and NUL bytes anywhere are dropped, all else stays for the parser, as Latin-1. Blank lines are
 * delivered too: they show that the printer lives.
 *
 * <p>A carriage return in the middle of a line does not end it: no recording of Marlin or Prusa firmware holds one, so
 * there it is a damaged byte (one bit from a minus sign), and cutting would make two wrong lines of a damaged one.
 *
 * <p>Memory is bounded: of a longer line the first {@link #LONGEST_BYTES} are delivered at its end and the rest is
 * dropped. Throws nothing of its own. One thread at a time.
 */
public final class LineAssembler {

    /** Ten times the longest line of the recordings. */
    public static final int LONGEST_BYTES = 4096;

    private final byte[] line = new byte[LONGEST_BYTES];
    private int length;

    /** Takes {@code length} bytes from the front of {@code bytes} and hands over every line that they complete. */
    public void add(byte[] bytes, int length, Consumer<String> lines) {
        for (int i = 0; i < length; i++) {
            byte next = bytes[i];
            if (next == '\n') {
                lines.accept(take());
            } else if (next != 0 && this.length < LONGEST_BYTES) {
                line[this.length++] = next;
            }
        }
    }

    /** Forgets the begun line: after the port was opened again. */
    public void reset() {
        length = 0;
    }

    private String take() {
        int end = length;
        while (end > 0 && line[end - 1] == '\r') {
            end--;
        }
        length = 0;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }
}
