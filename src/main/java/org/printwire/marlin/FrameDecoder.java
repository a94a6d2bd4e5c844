package org.printwire.marlin;

import org.printwire.marlin.DecodedLine.Accepted;
import org.printwire.marlin.DecodedLine.Rejected;

/**
 * Reads a line the way the firmware does: the other end of {@link Frame}, for the simulator and for tests. Never
 * throws on a line without line ends.
 *
 * <p>The line is what a firmware has after it dropped comments and the bytes it ignores. The checksum is looked for
 * behind the last asterisk, as Marlin 2 does.
 */
public final class FrameDecoder {

    private FrameDecoder() {}

    /** Everything but the order of the lines. */
    public static DecodedLine decode(String line) {
        return new Reading(line).verdict();
    }

    /**
     * As {@link #decode(String)}, and the number must follow {@code lastLine} unless the command is M110. The number is
     * looked at before the checksum: the recordings answer {@code N7 M105*38}, where both are wrong, with the line
     * number error.
     */
    public static DecodedLine decode(String line, long lastLine) {
        Reading reading = new Reading(line);
        boolean free = !reading.numbered || reading.command.contains("M110");
        return free || reading.number == lastLine + 1
                ? reading.verdict()
                : new Rejected(FrameFault.LINE_NUMBER, reading.frame());
    }

    private static final class Reading {
        final boolean numbered;
        final long number;
        final String command;
        private final boolean summed;
        private final boolean sumRight;

        Reading(String line) {
            Cursor cursor = new Cursor(line);
            cursor.skipBlanks();
            int begin = cursor.at();
            int star = line.lastIndexOf('*');
            summed = star >= begin;
            int end = summed ? star : line.length();
            numbered = cursor.skip('N');
            number = numbered ? cursor.whole().orElse(0) : Frame.BARE;
            if (numbered) {
                cursor.skip(' ');
            }
            command = line.substring(Math.min(cursor.at(), end), end);
            sumRight = summed && said(line, star) == Frame.checksum(line.substring(begin, end));
        }

        private static long said(String line, int star) {
            Cursor sum = new Cursor(line, star + 1);
            sum.skipBlanks();
            return sum.whole().orElse(0);
        }

        DecodedLine verdict() {
            if (!numbered) {
                return summed ? new Rejected(FrameFault.NO_LINE_NUMBER, frame()) : new Accepted(frame());
            }
            if (!summed) {
                return new Rejected(FrameFault.NO_CHECKSUM, frame());
            }
            return sumRight ? new Accepted(frame()) : new Rejected(FrameFault.CHECKSUM, frame());
        }

        Frame frame() {
            return new Frame(number, command);
        }
    }
}
