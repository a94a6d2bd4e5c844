package org.printwire.sim;

/**
 * Puts received bytes together to lines, as get_command() of the firmwares does: {@code \n} and {@code \r} end a
 * line, a semicolon begins a comment, bytes from 0x80 are ignored. Beyond 95 characters Prusa-Firmware swallows one
 * and takes the rest for a new command; Marlin ignores the rest. A comment behind a command makes Prusa-Firmware drop both
 * and the line that follows, without a word (its source; not recorded): noise that makes a semicolon is enough.
 */
final class LineReader {
    static final int LONGEST = 95;

    private final boolean mk3;
    private final StringBuilder line = new StringBuilder(LONGEST);
    private boolean comment;
    private long latestNanos;

    LineReader(PrinterModel model) {
        this.mk3 = model == PrinterModel.MK3S;
    }

    /** @return the line that this byte ends, never empty; null: none ends */
    String take(byte value, long nanos) {
        latestNanos = nanos;
        if (value < 0) {
            return null;
        }
        boolean end = value == '\n' || value == '\r' || mk3 && line.length() >= LONGEST;
        if (!end) {
            comment |= value == ';';
            if (!comment && line.length() < LONGEST) {
                line.append((char) value);
            }
            return null;
        }
        if (line.length() == 0) {
            comment = false;
            return null;
        }
        String whole = line.toString();
        line.setLength(0);
        if (comment && mk3) {
            return null;
        }
        comment = false;
        return whole;
    }

    /** Whether a line has begun and not ended. */
    boolean partial() {
        return line.length() > 0;
    }

    long latestNanos() {
        return latestNanos;
    }

    /** Forgets the line that has begun. */
    void drop() {
        line.setLength(0);
    }

    /** The same, and a comment ends. */
    void clear() {
        line.setLength(0);
        comment = false;
    }
}
