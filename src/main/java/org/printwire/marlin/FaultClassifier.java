package org.printwire.marlin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.printwire.marlin.Reply.Fault.Kind;

/**
 * What an error text is about. The four errors of a line that came through damaged are the ones a print survives, and
 * the wire that damaged the line damages their text as well: they are known by likeness, so that one wrong letter does
 * not make a fatal error of them.
 */
final class FaultClassifier {

    private static final String LAST_LINE = "last line";
    private static final String TAIL = ", " + LAST_LINE + ":";

    /** Words that settle it, in this order: a thermal error may also say that the printer stopped. */
    private static final List<Map.Entry<Kind, List<String>>> WORDS = List.of(
            Map.entry(Kind.LINE_NUMBER, List.of("line number is not", "expected line")),
            Map.entry(Kind.CHECKSUM, List.of("checksum", "line number", "linenumber", "format error")),
            Map.entry(Kind.THERMAL, List.of("mintemp", "maxtemp", "thermal runaway", "thermal malfunction",
                    "heating failed", "heaters switched off")),
            Map.entry(Kind.HALTED, List.of("kill() called", "printer halted", "printer stopped",
                    "supervision required")),
            Map.entry(Kind.CARD, List.of("volume.init", "openroot", "workdir", "error writing to file",
                    "cannot open", "open failed", "file.open", "cannot enter")));

    /** The four errors as Marlin 2.1 and Prusa MK3 3.14 word them, without the number at the end. */
    private static final Map<String, Kind> TRANSMISSION = Map.of(
            template(FrameFault.LINE_NUMBER), Kind.LINE_NUMBER,
            template(FrameFault.CHECKSUM), Kind.CHECKSUM,
            template(FrameFault.NO_CHECKSUM), Kind.CHECKSUM,
            template(FrameFault.NO_LINE_NUMBER), Kind.CHECKSUM);

    /** A longer text is none of the four, and not worth comparing. */
    private static final int LONGEST_COMPARED = 100;

    private FaultClassifier() {}

    static Kind kind(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (Map.Entry<Kind, List<String>> entry : WORDS) {
            if (entry.getValue().stream().anyMatch(lower::contains)) {
                return entry.getKey();
            }
        }
        return resembles(text) ? nearest(lower) : Kind.UNRECOGNISED;
    }

    /** True for one of the four errors, damaged in not more than one letter of five, or with its last line's number. */
    static boolean resembles(String text) {
        if (text.length() > LONGEST_COMPARED) {
            return false;
        }
        String head = withoutNumber(text.toLowerCase(Locale.ROOT));
        return lastLine(text).isPresent()
                || TRANSMISSION.keySet().stream().anyMatch(t -> Likeness.distance(t, head) <= t.length() / 5);
    }

    /** The number behind {@code Last Line:}, if it is whole. */
    static OptionalLong lastLine(String text) {
        int begin = text.toLowerCase(Locale.ROOT).lastIndexOf(LAST_LINE + ":");
        if (begin < 0) {
            return OptionalLong.empty();
        }
        Cursor cursor = new Cursor(text, begin + LAST_LINE.length() + 1);
        cursor.skipBlanks();
        OptionalLong number = cursor.whole();
        return cursor.end() ? number : OptionalLong.empty();
    }

    private static Kind nearest(String lower) {
        String head = withoutNumber(lower);
        Kind nearest = Kind.CHECKSUM;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<String, Kind> entry : TRANSMISSION.entrySet()) {
            int distance = Likeness.distance(entry.getKey(), head);
            if (distance < least) {
                least = distance;
                nearest = entry.getValue();
            }
        }
        return nearest;
    }

    private static String withoutNumber(String lower) {
        int end = lower.length();
        while (end > 0 && (Cursor.digit(lower.charAt(end - 1)) || Cursor.blank(lower.charAt(end - 1)))) {
            end--;
        }
        return lower.substring(0, end);
    }

    private static String template(FrameFault fault) {
        return fault.text().toLowerCase(Locale.ROOT) + TAIL;
    }
}
