package org.printwire.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 200MB}, {@code 1GB}, {@code 512kB}; a bare number is bytes. */
final class SizeText {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,15}) ?([kmgt]?b)?", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Long> UNITS = Map.of("b", 1L, "kb", 1_000L, "mb", 1_000_000L,
            "gb", 1_000_000_000L, "tb", 1_000_000_000_000L);

    private SizeText() {}

    /** Bytes; empty: no size, or one that no disk has. */
    static Optional<Long> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2) == null ? "b" : matcher.group(2).toLowerCase(Locale.ROOT);
        long number = Long.parseLong(matcher.group(1));
        return number > Long.MAX_VALUE / UNITS.get(unit) ? Optional.empty() : Optional.of(number * UNITS.get(unit));
    }

    /** The shortest text that {@link #parse} reads as these bytes. */
    static String of(long bytes) {
        for (String unit : new String[] {"TB", "GB", "MB", "kB"}) {
            long each = UNITS.get(unit.toLowerCase(Locale.ROOT));
            if (bytes > 0 && bytes % each == 0) {
                return bytes / each + unit;
            }
        }
        return String.valueOf(bytes);
    }

    /** The size under this key, if the key is there; a problem unless it is from {@code least} to {@code most}. */
    static Optional<Long> read(Section section, String key, long least, long most) {
        return section.text(key).flatMap(text -> {
            Optional<Long> bytes = parse(text);
            if (bytes.isEmpty()) {
                section.problem(key, "must be a size, not '" + Section.shortened(text) + "'", "write " + key + ": 200MB");
            } else if (bytes.get() < least || bytes.get() > most) {
                section.problem(key, "must be from " + of(least) + " to " + of(most) + ", not " + of(bytes.get()), "");
                return Optional.empty();
            }
            return bytes;
        });
    }
}
