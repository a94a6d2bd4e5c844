package org.printwire.webhook.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Values that are a point in time: seconds since 1970, or a text as ISO 8601 has it with its offset. */
final class InstantValue {

    private static final BigDecimal MOST = BigDecimal.valueOf(Instant.MAX.getEpochSecond());
    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private InstantValue() {}

    /** Null: it is none. */
    static Instant of(Object value) {
        BigDecimal seconds = NumberValue.of(value);
        if (seconds != null) {
            return seconds.abs().compareTo(MOST) > 0
                    ? null : Instant.ofEpochSecond(seconds.setScale(0, RoundingMode.FLOOR).longValueExact());
        }
        try {
            return value instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** As RFC 3339 has it, whose years have four digits: others stay as they are. */
    static Object utc(Object value) {
        Instant time = of(value);
        return time == null || time.isBefore(YEAR_0) || !time.isBefore(YEAR_10000)
                ? value : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
