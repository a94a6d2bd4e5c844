package org.printwire.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web addresses: what is one, and how it may be shown although its path, query or user part may hold a secret. */
final class WebAddress {

    private static final Pattern SHAPE = Pattern.compile("(?i)(https?://)(?:[^/?#@\\s]*@)?([^/?#@\\s]+)(\\S*)");

    private WebAddress() {}

    /** Makes a problem, which does not quote the text, unless it is an address. */
    static boolean check(Section section, String key, String text) {
        boolean good = SHAPE.matcher(text).matches();
        if (!good) {
            section.problem(key, "must be a web address without blanks that begins with http:// or https://",
                    "write " + key + ": https://HOST/PATH");
        }
        return good;
    }

    /** {@code https://hooks.example/…}: scheme, host and port alone. */
    static String shown(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return "***";
        }
        return matcher.group(1) + matcher.group(2) + (matcher.group(3).length() > 1 ? "/…" : matcher.group(3));
    }
}
