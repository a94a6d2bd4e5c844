package org.printwire.webhook.template;

/** What a name may look like under {@link Rules#PLAIN}. */
final class Names {

    private Names() {}

    /** Where the name that begins there ends; the same place if none does. */
    static int end(String text, int from) {
        int at = from;
        int end = from;
        while (at < text.length() && (inside(text.charAt(at)) || joint(text, at, from))) {
            at++;
            if (inside(text.charAt(at - 1))) {
                end = at;
            }
        }
        return end;
    }

    /** Letters of other scripts are not in names: there, words and names stand side by side without a space. */
    static boolean inside(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    /** A hyphen, or one dot between two parts. */
    private static boolean joint(String text, int at, int from) {
        if (at == from) {
            return false;
        }
        char before = text.charAt(at - 1);
        return text.charAt(at) == '-' ? before != '.' : text.charAt(at) == '.' && inside(before);
    }
}
