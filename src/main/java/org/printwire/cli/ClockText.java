package org.printwire.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time to come as the clock on the wall will show it, to the minute: {@code 18:42}, on another day {@code Tue 18:42}. */
final class ClockText {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private ClockText() {}

    static String of(Instant time, Instant now, ZoneId zone) {
        boolean today = time.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TODAY : LATER).format(time.atZone(zone));
    }
}
