package org.printwire.gcode;

/**
 * The plain decimal numbers of G-code ({@code -12.5}, {@code .4}, {@code +3}), read in place. No exponents: in
 * {@code X1E2} the E is the extruder's. Of more than 18 digits the first 18 count.
 */
final class Decimal {
    private static final int MAX_DIGITS = 18;
    private static final double[] POWERS_OF_TEN = new double[MAX_DIGITS + 1];

    static {
        double power = 1;
        for (int i = 0; i <= MAX_DIGITS; i++, power *= 10) {
            POWERS_OF_TEN[i] = power; // exact up to 10^22
        }
    }

    private Decimal() {
    }

    static boolean startsAt(String text, int at) {
        int i = at < text.length() && sign(text.charAt(at)) ? at + 1 : at;
        if (i < text.length() && text.charAt(i) == '.') {
            i++;
        }
        return i < text.length() && digit(text.charAt(i));
    }

    /** The number at a place where {@link #startsAt} holds. */
    static double parse(String text, int at) {
        int i = sign(text.charAt(at)) ? at + 1 : at;
        long digits = 0;
        int count = 0;
        int decimals = 0;
        double scale = 1;
        boolean fraction = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !fraction) {
                fraction = true;
            } else if (!digit(c)) {
                break;
            } else if (count < MAX_DIGITS) {
                digits = digits * 10 + c - '0';
                count += digits == 0 ? 0 : 1;
                decimals += fraction ? 1 : 0;
            } else if (!fraction) {
                scale *= 10;
            }
        }
        double value = (decimals > MAX_DIGITS ? digits / Math.pow(10, decimals) : digits / POWERS_OF_TEN[decimals]) * scale;
        return text.charAt(at) == '-' ? -value : value;
    }

    private static boolean sign(char c) {
        return c == '-' || c == '+';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
