package org.printwire.webhook;

import java.util.regex.Pattern;

/** The text of a message, with {@code @percentCompleteMilestone} filled in; all else stays as it is. */
final class MessageText {

    private static final Pattern MILESTONE = Pattern.compile("@percentCompleteMilestone(?![A-Za-z0-9_])");

    private MessageText() {}

    static String of(String text, int milestone) {
        return MILESTONE.matcher(text).replaceAll(Integer.toString(milestone));
    }
}
