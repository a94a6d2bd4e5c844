package org.printwire.webhook.template;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/** JSON byte for byte as Python's {@code json.dumps} writes it. NaN and infinity, which it refuses, become null. */
final class PythonJson {

    private static final String HEX = "0123456789abcdef";

    private PythonJson() {}

    /** ASCII alone, with a space behind commas and colons. */
    static String of(Object value) {
        return write(new StringBuilder(), value).toString();
    }

    private static StringBuilder write(StringBuilder to, Object value) {
        if (value == null || value instanceof Boolean) {
            return to.append(value);
        }
        if (value instanceof Number number) {
            return to.append(Double.isFinite(number.doubleValue()) || number instanceof BigInteger
                    ? PythonText.number(number) : "null");
        }
        if (value instanceof Map<?, ?> map) {
            return object(to, map);
        }
        return value instanceof Collection<?> list ? array(to, list) : string(to, String.valueOf(value));
    }

    private static StringBuilder object(StringBuilder to, Map<?, ?> map) {
        String between = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            string(to.append(between), String.valueOf(entry.getKey())).append(": ");
            write(to, entry.getValue());
            between = ", ";
        }
        return to.append(map.isEmpty() ? "{}" : "}");
    }

    private static StringBuilder array(StringBuilder to, Collection<?> list) {
        String between = "[";
        for (Object item : list) {
            write(to.append(between), item);
            between = ", ";
        }
        return to.append(list.isEmpty() ? "[]" : "]");
    }

    private static StringBuilder string(StringBuilder to, String text) {
        to.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int named = "\"\\\b\f\n\r\t".indexOf(c);
            if (named >= 0) {
                to.append('\\').append("\"\\bfnrt".charAt(named));
            } else if (c >= ' ' && c < 0x7f) {
                to.append(c);
            } else {
                to.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt(c >> 8 & 15))
                        .append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
        return to.append('"');
    }
}
