package org.printwire.webhook.template;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Seconds in two units, for people. */
final class DurationText {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private DurationText() {}

    /** {@code 1d 3h}, {@code 1h 23m}, {@code 4m 10s}, {@code 12s}; rounded to seconds, then cut. */
    static Object of(Object value) {
        BigDecimal number = NumberValue.of(value);
        if (number == null || number.abs().compareTo(MOST) > 0) {
            return value;
        }
        long all = number.setScale(0, RoundingMode.HALF_UP).longValueExact();
        long seconds = Math.abs(all);
        String sign = all < 0 ? "-" : "";
        if (seconds >= 86_400) {
            return sign + seconds / 86_400 + "d " + seconds / 3600 % 24 + "h";
        }
        if (seconds >= 3600) {
            return sign + seconds / 3600 + "h " + seconds / 60 % 60 + "m";
        }
        return seconds >= 60 ? sign + seconds / 60 + "m " + seconds % 60 + "s" : sign + seconds + "s";
    }
}
