package org.printwire.sim;

/**
 * Line numbers and checksums, as Prusa-Firmware 3.14 and Marlin 2.1 check them. Knows the last good line number.
 */
final class LineCheck {

    /** What became of a line. */
    sealed interface Verdict {
        record Taken(Command command) implements Verdict {}

        record Refused(LineError error) implements Verdict {}

        /** Nothing but blanks: ignored without an answer. */
        record Blank() implements Verdict {}
    }

    private static final Verdict.Blank BLANK = new Verdict.Blank();

    private final boolean mk3;
    private long last;

    LineCheck(PrinterModel model) {
        this.mk3 = model == PrinterModel.MK3S;
    }

    long last() {
        return last;
    }

    /** Goes to another number: with a line that is stored, M110, and the rewind after a pause. */
    void last(long number) {
        last = number;
    }

    Verdict check(String raw) {
        int zero = raw.indexOf(0);
        String line = (zero < 0 ? raw : raw.substring(0, zero)).stripTrailing();
        int start = 0;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        if (start == line.length() && zero < 0) {
            return BLANK;
        }
        boolean counts = start < line.length() && line.charAt(start) == 'N'
                && (mk3 ? start == 0 : digitAt(line, start + 1));
        return counts ? numbered(line, start) : unnumbered(line.substring(start));
    }

    /** The number is looked at first, so that a damaged one is told as a wrong number. */
    private Verdict numbered(String line, int start) {
        int at = start + 1;
        while (digitAt(line, at)) {
            at++;
        }
        long number = at == start + 1 ? 0 : at - start - 1 > 10 ? -2 : Long.parseLong(line.substring(start + 1, at));
        int text = at;
        while (text < line.length() && line.charAt(text) == ' ') {
            text++;
        }
        boolean resets = mk3 ? line.startsWith("M110", text) : line.contains("M110");
        if (number != last + 1 && !resets) {
            return new Verdict.Refused(LineError.LINE_NUMBER);
        }
        int star = star(line, text);
        if (star < 0) {
            return new Verdict.Refused(LineError.NO_CHECKSUM);
        }
        if (checksum(line, star) != leadingNumber(line.substring(star + 1))) {
            return new Verdict.Refused(LineError.CHECKSUM);
        }
        return new Verdict.Taken(new Command(line.substring(Math.min(at, star), star).strip(), number, false));
    }

    /**
     * Prusa-Firmware looks for the first asterisk: of two lines that a lost line end has made one it takes the first, and
     * nobody tells of the second. Marlin looks for the last and refuses both.
     */
    private int star(String line, int from) {
        return mk3 ? line.indexOf('*', from) : line.lastIndexOf('*');
    }

    private Verdict unnumbered(String line) {
        int star = line.lastIndexOf('*');
        if (star >= 0 && mk3) {
            return new Verdict.Refused(LineError.NO_LINE_NUMBER);
        }
        String text = star < 0 ? line : line.substring(0, star);
        return new Verdict.Taken(new Command(text.strip(), Command.UNNUMBERED, false));
    }

    private static int checksum(String line, int end) {
        int sum = 0;
        for (int i = 0; i < end; i++) {
            sum ^= line.charAt(i);
        }
        return sum & 0xff;
    }

    private static int leadingNumber(String text) {
        int value = 0;
        int at = 0;
        while (at < 6 && digitAt(text, at)) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        return at == 0 ? -1 : value;
    }

    private static boolean digitAt(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
