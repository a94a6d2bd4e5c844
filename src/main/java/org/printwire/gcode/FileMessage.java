package org.printwire.gcode;

import java.util.Optional;

/**
 * A message that the file itself sends: {@code webhook NAME text}, behind the {@code @} of a host command or as the text
 * of an M118.
 *
 * @param name letters, digits, dots, underscores, hyphens
 * @param text for people; may be empty
 */
public record FileMessage(String name, String text) {
    private static final String WORD = "webhook";

    /** True if the words begin with {@code webhook}, whatever its case: then they are meant to be a message. */
    public static boolean meant(String words) {
        return words.regionMatches(true, 0, WORD, 0, WORD.length())
                && (words.length() == WORD.length() || blank(words.charAt(WORD.length())));
    }

    /** Nothing where the words are not meant so, or have no name that is one. */
    public static Optional<FileMessage> of(String words) {
        if (!meant(words)) {
            return Optional.empty();
        }
        String rest = words.substring(WORD.length()).strip();
        int end = 0;
        while (end < rest.length() && !blank(rest.charAt(end))) {
            end++;
        }
        String name = rest.substring(0, end);
        boolean good = !name.isEmpty() && name.chars().allMatch(FileMessage::inName);
        return good ? Optional.of(new FileMessage(name, ReadableText.of(rest.substring(end).strip()))) : Optional.empty();
    }

    private static boolean inName(int letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9'
                || letter == '.' || letter == '_' || letter == '-';
    }

    private static boolean blank(char letter) {
        return letter == ' ' || letter == '\t';
    }
}
