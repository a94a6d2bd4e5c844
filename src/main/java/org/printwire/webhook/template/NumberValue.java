package org.printwire.webhook.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.printwire.json.DecimalText;

/** Values that are numbers, or texts of one. */
final class NumberValue {

    /** No more digits than a double has: a text from outside must not ask for a number of a million digits. */
    private static final Pattern TEXT = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    private NumberValue() {}

    /** Null: it is none. */
    static BigDecimal of(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = DecimalText.wide((Number) value);
            return Double.isFinite(number) ? DecimalText.decimal(number) : null;
        }
        if (value instanceof Number number) {
            return BigDecimal.valueOf(number.longValue());
        }
        return value instanceof String text && TEXT.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** Of the smallest usual type. */
    static Number whole(BigDecimal number) {
        BigInteger whole = number.toBigInteger();
        return whole.bitLength() < 32 ? whole.intValue() : whole.bitLength() < 64 ? whole.longValue() : whole;
    }
}
