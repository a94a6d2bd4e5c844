package org.printwire.webhook.template;

import java.util.List;

/** Texts cut to a length, for receivers that refuse longer ones. */
final class ShortText {

    private static final String CUT = "\u2026";

    private ShortText() {}

    /** @param argument the characters of Unicode that may stay, the mark of the cut among them */
    static Filter filter(String argument, List<String> problems) {
        if (argument == null || !argument.matches("[1-9][0-9]{0,6}")) {
            problems.add("the filter short needs a number; write short:N, N from 1 to 9999999 characters");
            return value -> value;
        }
        int most = Integer.parseInt(argument);
        return value -> {
            String text = Rules.PLAIN.text(value);
            return text.codePointCount(0, text.length()) <= most
                    ? value : text.substring(0, text.offsetByCodePoints(0, most - 1)) + CUT;
        };
    }
}
