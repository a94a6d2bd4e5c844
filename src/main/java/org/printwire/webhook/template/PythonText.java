package org.printwire.webhook.template;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.printwire.json.DecimalText;

/** Values as Python 3's {@code str()} and {@code repr()} write them. */
final class PythonText {

    private PythonText() {}

    /** A text stays as it is; what is in maps and lists is written as {@code repr()} does. */
    static String str(Object value) {
        return value instanceof String text ? text : write(new StringBuilder(), value).toString();
    }

    /** {@code 50.0}, {@code 1e+16}, {@code 1e-05}: the shortest digits, an exponent from 1e16 on and below 1e-4. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return DecimalText.plain(value);
        }
        BigDecimal decimal = DecimalText.decimal(value);
        BigDecimal digits = decimal.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        return exponent >= 16 || exponent < -4 ? scientific(digits, exponent) : decimal.toPlainString();
    }

    /** Of a whole number or a fraction. */
    static String number(Number value) {
        boolean fraction = value instanceof Double || value instanceof Float || value instanceof BigDecimal;
        return fraction ? number(DecimalText.wide(value)) : value.toString();
    }

    private static String scientific(BigDecimal decimal, int exponent) {
        String digits = decimal.unscaledValue().abs().toString();
        StringBuilder text = new StringBuilder(decimal.signum() < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        return text.append(size < 10 ? "0" : "").append(size).toString();
    }

    private static StringBuilder write(StringBuilder to, Object value) {
        if (value == null) {
            return to.append("None");
        }
        if (value instanceof Boolean flag) {
            return to.append(flag ? "True" : "False");
        }
        if (value instanceof Number number) {
            return to.append(number(number));
        }
        if (value instanceof Map<?, ?> map) {
            return dict(to, map);
        }
        return value instanceof Collection<?> list ? list(to, list) : PythonQuote.write(to, String.valueOf(value));
    }

    private static StringBuilder dict(StringBuilder to, Map<?, ?> map) {
        String between = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            write(to.append(between), entry.getKey()).append(": ");
            write(to, entry.getValue());
            between = ", ";
        }
        return to.append(map.isEmpty() ? "{}" : "}");
    }

    private static StringBuilder list(StringBuilder to, Collection<?> list) {
        String between = "[";
        for (Object item : list) {
            write(to.append(between), item);
            between = ", ";
        }
        return to.append(list.isEmpty() ? "[]" : "]");
    }
}
