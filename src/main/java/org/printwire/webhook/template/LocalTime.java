package org.printwire.webhook.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Instants as date and time of a zone. */
final class LocalTime {

    private static final DateTimeFormatter USUAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private LocalTime() {}

    /** @param pattern null: the usual one */
    static Filter filter(String pattern, ZoneId zone, List<String> problems) {
        DateTimeFormatter format = USUAL;
        try {
            format = pattern == null ? USUAL : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            format.format(Instant.EPOCH.atZone(zone));
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add("the filter localtime does not know the form '" + pattern + "'; write one such as 'HH:mm'");
            format = USUAL;
        }
        DateTimeFormatter chosen = format.withZone(zone);
        return value -> text(value, chosen);
    }

    private static Object text(Object value, DateTimeFormatter format) {
        try {
            Instant time = InstantValue.of(value);
            return time == null ? value : format.format(time);
        } catch (DateTimeException e) {
            return value;
        }
    }
}
