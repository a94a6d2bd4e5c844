package org.printwire.webhook.template;

import java.nio.charset.StandardCharsets;

/** Percent-encoding as RFC 3986 has it for one component: letters, digits and {@code -._~} stay. */
public final class UrlEncoding {

    private static final String HEX = "0123456789ABCDEF";

    private UrlEncoding() {}

    /** UTF-8, a space as {@code %20}. */
    public static String component(String text) {
        return encode(text, "%20");
    }

    /** The same with a space as {@code +}: for application/x-www-form-urlencoded. */
    public static String form(String text) {
        return encode(text, "+");
    }

    /** Within a path a {@code :} means nothing, so it stays: some tokens have one, and some receivers look for it. */
    public static String segment(String text) {
        return component(text).replace("%3A", ":");
    }

    static Object filter(Object value) {
        return component(Rules.PLAIN.field(value));
    }

    private static String encode(String text, String space) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (stays(each)) {
                encoded.append((char) each);
            } else if (each == ' ') {
                encoded.append(space);
            } else {
                encoded.append('%').append(HEX.charAt(each >> 4 & 15)).append(HEX.charAt(each & 15));
            }
        }
        return encoded.toString();
    }

    private static boolean stays(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                || c == '-' || c == '.' || c == '_' || c == '~';
    }
}
