package org.printwire.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people and receivers expect them: the shortest decimal that reads back as the same number. (The digits of
 * {@link Double#toString} are not always the shortest before Java 19, and it writes 1.0E7 from ten million on.)
 */
public final class DecimalText {

    /** Whole doubles below this are exact and need no search. */
    private static final double EXACT = 1e15;

    /** No two decimals of so few digits are the same double, as long as doubles have all of their bits. */
    private static final int UNIQUE_DIGITS = 15;
    private static final double SMALL = 1e-300;

    private DecimalText() {}

    /** Without an exponent, at least one decimal for a fraction type: {@code 50.0}, {@code 10890569.5}; {@code NaN}. */
    public static String plain(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = wide(number);
            return Double.isFinite(value) ? (negativeZero(value) ? "-0.0" : decimal(value).toPlainString())
                    : Double.toString(value);
        }
        return number instanceof BigDecimal big ? big.toPlainString() : number.toString();
    }

    /**
     * The shortest decimal that reads back as this double, the nearest one where there are several, with at least one
     * decimal.
     *
     * @param value a finite one
     */
    public static BigDecimal decimal(double value) {
        if (Math.abs(value) < EXACT && value == Math.rint(value)) {
            return new BigDecimal(BigInteger.valueOf((long) value * 10), 1);
        }
        BigDecimal best = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (best.precision() > UNIQUE_DIGITS || Math.abs(value) < SMALL) {
            best = shortest(value, best).stripTrailingZeros();
        }
        return best.scale() < 1 ? best.setScale(1) : best;
    }

    private static BigDecimal shortest(double value, BigDecimal known) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal best = known;
        for (int digits = best.precision(); digits > 0; digits--) {
            BigDecimal shorter = rounded(exact, digits, value);
            if (shorter == null) {
                break;
            }
            best = shorter;
        }
        return best;
    }

    /** A float is its own shortest decimal, not that of the double next to it. */
    public static double wide(Number number) {
        return number instanceof Float ? Double.parseDouble(number.toString()) : number.doubleValue();
    }

    /** The nearest decimal of so many digits that reads back as the value, the even one of two, or null. */
    private static BigDecimal rounded(BigDecimal exact, int digits, double value) {
        BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (nearest.doubleValue() == value) {
            return nearest;
        }
        boolean up = nearest.abs().compareTo(exact.abs()) > 0;
        BigDecimal other = exact.round(new MathContext(digits, up ? RoundingMode.DOWN : RoundingMode.UP));
        return other.doubleValue() == value ? other : null;
    }

    private static boolean negativeZero(double value) {
        return value == 0 && Double.doubleToRawLongBits(value) != 0;
    }
}
