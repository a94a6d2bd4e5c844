package org.printwire.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 3d}, {@code 1h30m}, {@code 10s}; a bare number is seconds. */
final class DurationText {

    /** Nine digits of days still fit into the seconds of a Duration. */
    private static final Pattern SHAPE =
            Pattern.compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s?)?");

    private DurationText() {}

    static Optional<Duration> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        boolean bareAfterUnits = text.matches(".*[dhm]\\d+");
        if (text.isEmpty() || bareAfterUnits || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(number(matcher, 1)).plusHours(number(matcher, 2))
                .plusMinutes(number(matcher, 3)).plusSeconds(number(matcher, 4)));
    }

    /** The shortest text that {@link #parse} reads as this length; fractions of a second are cut off. */
    static String of(Duration duration) {
        String text = part(duration.toDays(), "d") + part(duration.toHoursPart(), "h")
                + part(duration.toMinutesPart(), "m") + part(duration.toSecondsPart(), "s");
        return text.isEmpty() ? "0s" : text;
    }

    /** The length under this key, if the key is there; a problem unless it is from {@code least} to {@code most}. */
    static Optional<Duration> read(Section section, String key, Duration least, Duration most) {
        return section.text(key).flatMap(text -> checked(section.place(key), text, least, most));
    }

    /** The same for a text that is no key's whole value. */
    static Optional<Duration> checked(Place place, String text, Duration least, Duration most) {
        Optional<Duration> duration = parse(text);
        if (duration.isEmpty()) {
            place.problem("must be a length of time, not '" + Section.shortened(text) + "'",
                    "write a number and d, h, m or s, as in 30s or 1h30m");
            return Optional.empty();
        }
        if (duration.get().compareTo(least) < 0 || duration.get().compareTo(most) > 0) {
            place.problem("must be from " + of(least) + " to " + of(most) + ", not " + of(duration.get()), "");
            return Optional.empty();
        }
        return duration;
    }

    private static long number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
