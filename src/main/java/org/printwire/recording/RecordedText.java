package org.printwire.recording;

import java.util.Optional;
import org.printwire.recording.RecordedLine.Kind;

/**
 * The text form of a {@link RecordedLine}, one line of printable ASCII:
 *
 * <pre>
 * 12.345678 &gt; N1 G28*18          to the printer, 12.345678 s after the connection began; the line end is understood
 * 12.345701 &gt; (raw) \nN1 G2       exactly these bytes: here a line end in front and none behind
 * 14.000102 &lt; ok                  from the printer
 * 14.100000 # pause               what was done
 * </pre>
 *
 * <p>The time may be left out: that is the form of the recordings of real firmware. {@code read(write(x))} is x for every
 * line whose time is in whole microseconds.
 */
public final class RecordedText {

    private static final String RAW = "(raw) ";
    private static final long MICROS = 1_000_000;

    private RecordedText() {}

    /** Without a line end; the time is cut to microseconds. */
    public static String write(RecordedLine line) {
        StringBuilder out = new StringBuilder(line.text().length() + 20);
        if (line.timed()) {
            time(line.nanos() / 1000, out);
        }
        out.append(line.kind().mark()).append(' ');
        String text = line.text();
        int end = text.length();
        if (line.kind() == Kind.TO_PRINTER) {
            if (text.endsWith("\n") && !text.startsWith("\n") && !text.startsWith(RAW)) {
                end--;
            } else {
                out.append(RAW);
            }
        }
        Escapes.write(text, end, out);
        return out.toString();
    }

    /** The line of a recording; empty: it is none. */
    public static Optional<RecordedLine> read(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) >= '0' && text.charAt(at) <= '9' || text.charAt(at) == '.')) {
            at++;
        }
        long nanos = RecordedLine.NO_TIME;
        if (at > 0) {
            nanos = nanos(text.substring(0, at));
            if (nanos < 0 || at >= text.length() || text.charAt(at) != ' ') {
                return Optional.empty();
            }
            at++;
        }
        Kind kind = at < text.length() ? kind(text.charAt(at)) : null;
        if (kind == null || at + 1 < text.length() && text.charAt(at + 1) != ' ') {
            return Optional.empty();
        }
        String rest = text.substring(Math.min(at + 2, text.length()));
        return Optional.of(new RecordedLine(kind, nanos, kind == Kind.TO_PRINTER ? written(rest) : Escapes.read(rest)));
    }

    private static String written(String rest) {
        return rest.startsWith(RAW) ? Escapes.read(rest.substring(RAW.length())) : Escapes.read(rest) + '\n';
    }

    private static Kind kind(char mark) {
        for (Kind kind : Kind.values()) {
            if (kind.mark() == mark) {
                return kind;
            }
        }
        return null;
    }

    private static void time(long micros, StringBuilder out) {
        out.append(micros / MICROS).append('.');
        String fraction = String.valueOf(micros % MICROS);
        out.append("000000", fraction.length(), 6).append(fraction).append(' ');
    }

    /** Seconds with up to nine decimals; -1: it is no time. */
    private static long nanos(String seconds) {
        int point = seconds.indexOf('.');
        String whole = point < 0 ? seconds : seconds.substring(0, point);
        String fraction = point < 0 ? "" : seconds.substring(point + 1);
        if (whole.isEmpty() || whole.length() > 9 || fraction.length() > 9 || fraction.indexOf('.') >= 0) {
            return -1;
        }
        return Long.parseLong(whole) * 1_000_000_000 + Long.parseLong((fraction + "000000000").substring(0, 9));
    }
}
