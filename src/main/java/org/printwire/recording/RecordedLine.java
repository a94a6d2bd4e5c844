package org.printwire.recording;

/**
 * One line of a recording.
 *
 * @param kind  which way it went, or that it is no line of the wire at all
 * @param nanos since the connection began; {@link #NO_TIME}: not recorded
 * @param text  Latin-1 characters. To the printer: all that was written, its line end included, packed lines as they
 *              read unpacked. From the printer: without its line end. Else: words.
 */
public record RecordedLine(Kind kind, long nanos, String text) {

    /** The recording has no times: those of real firmware made by others have none. */
    public static final long NO_TIME = -1;

    /** Which way a line went. */
    public enum Kind {
        TO_PRINTER('>'),
        FROM_PRINTER('<'),
        /** What was done, or what else is to be known. */
        DONE('#');

        private final char mark;

        Kind(char mark) {
            this.mark = mark;
        }

        char mark() {
            return mark;
        }
    }

    public RecordedLine {
        if (nanos < NO_TIME) {
            throw new IllegalArgumentException("time " + nanos + " of " + text);
        }
    }

    public static RecordedLine toPrinter(long nanos, String written) {
        return new RecordedLine(Kind.TO_PRINTER, nanos, written);
    }

    public static RecordedLine fromPrinter(long nanos, String line) {
        return new RecordedLine(Kind.FROM_PRINTER, nanos, line);
    }

    public static RecordedLine done(long nanos, String words) {
        return new RecordedLine(Kind.DONE, nanos, words);
    }

    public boolean timed() {
        return nanos != NO_TIME;
    }
}
