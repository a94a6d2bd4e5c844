package org.printwire.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web addresses: what is one, and how it may be shown although its path, query or user part may hold a secret. */
final class WebAddress {

    private static final String START = "(?i)(https?://)(?:[^/?#\\s]*@)?([^/?#@\\s]+)";
    private static final Pattern SHAPE = Pattern.compile(START + "([/?#]\\S*)?");
    /** A parameter may end at a blank, which is sent as %20. */
    private static final Pattern TEMPLATE = Pattern.compile(START + "([/?#](?:[^\\p{Cntrl}]*\\S)?)?");

    private static final String WRONG =
            "must be a web address without blanks that begins with http:// or https://";

    private WebAddress() {}

    /** Makes a problem, which does not quote the text, unless it is an address. */
    static boolean check(Section section, String key, String text) {
        boolean good = isAddress(text);
        if (!good) {
            section.problem(key, WRONG, "write " + key + ": https://HOST/PATH");
        }
        return good;
    }

    /** The same for an address with parameters ({@code https://HOST/@topic}), which are not looked at. */
    static boolean checkTemplate(Section section, String key, String text) {
        boolean good = isTemplate(text);
        if (!good) {
            section.problem(key, WRONG, "write " + key + ": https://HOST/PATH");
        }
        return good;
    }

    static boolean isAddress(String text) {
        return SHAPE.matcher(text).matches();
    }

    static boolean isTemplate(String text) {
        return TEMPLATE.matcher(text).matches();
    }

    /** {@code https://hooks.example/…}: scheme, host and port alone. */
    static String shown(String text) {
        Matcher matcher = TEMPLATE.matcher(text);
        if (!matcher.matches()) {
            return "***";
        }
        String rest = matcher.group(3) == null ? "" : matcher.group(3);
        return matcher.group(1) + matcher.group(2) + (rest.length() > 1 ? "/…" : rest);
    }
}
