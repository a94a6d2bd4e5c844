package org.printwire.marlin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.printwire.marlin.Reply.Temperatures;
import org.printwire.marlin.TemperatureReport.Reading;

/**
 * {@code T:25.5 /0.0 B:26.4 /0.0 T0:25.5 /0.0 @:0 B@:0 P:25.5 A:25.4} in all its shapes. An entry stands at the
 * beginning or behind a blank: a name of letters, digits and underscores, a colon, a number, and perhaps a slash and
 * the target. The first entry of a name counts. What is no entry ({@code @:127}, {@code TT::210.62}, {@code T:nan}) is
 * passed over. It is a temperature report if it has a tool or a bed.
 */
final class TemperatureParser {

    private TemperatureParser() {}

    static Optional<Temperatures> read(String text) {
        if (text.indexOf(':') < 0) {
            return Optional.empty();
        }
        Map<String, Reading> readings = readings(text);
        boolean tool = readings.keySet().stream().anyMatch(TemperatureNames::tool);
        // "B:" alone is a bed, "A: B:" are axes
        boolean bed = readings.containsKey("B") && !readings.containsKey("A");
        return tool || bed ? Optional.of(new Temperatures(new TemperatureReport(readings))) : Optional.empty();
    }

    static Map<String, Reading> readings(String text) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            int nameEnd = nameEnd(text, at);
            if (nameEnd > at && nameEnd < text.length() && text.charAt(nameEnd) == ':') {
                String name = text.substring(at, nameEnd);
                reading(new Cursor(text, nameEnd + 1)).ifPresent(reading -> readings.putIfAbsent(name, reading));
            }
            at = nextWord(text, at);
        }
        return readings;
    }

    private static Optional<Reading> reading(Cursor cursor) {
        cursor.skipBlanks();
        OptionalDouble actual = cursor.decimal();
        if (actual.isEmpty() || !cursor.wordEnd() && cursor.here() != '/') {
            return Optional.empty();
        }
        cursor.skipBlanks();
        OptionalDouble target = OptionalDouble.empty();
        if (cursor.skip('/')) {
            cursor.skipBlanks();
            target = cursor.decimal();
        }
        return Optional.of(new Reading(actual.getAsDouble(), cursor.wordEnd() ? target : OptionalDouble.empty()));
    }

    private static int nameEnd(String text, int at) {
        int end = at;
        while (end < text.length() && nameCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int nextWord(String text, int at) {
        int next = at;
        while (next < text.length() && !Cursor.blank(text.charAt(next))) {
            next++;
        }
        while (next < text.length() && Cursor.blank(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static boolean nameCharacter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || Cursor.digit(c);
    }
}
