package org.printwire.config;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * What is wrong with a text that is not YAML, in words. The parser's own message is not shown: it quotes the text,
 * which may hold a secret, and it speaks of tokens.
 */
record YamlFault(int line, String what, String fix) {

    private static final String INDENT = "give keys of one group the same number of blanks at the line's beginning";

    static YamlFault of(JsonProcessingException e, String text) {
        String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        int line = e.getLocation() == null ? 0 : Math.min(e.getLocation().getLineNr(), lines(text));
        if (message.contains("\\t") || message.contains("(TAB)") || line > 0 && tabBegins(text, line)) {
            return new YamlFault(line, "a tab is in the indentation", "write blanks instead");
        }
        if (message.contains("mapping values are not allowed")) {
            return new YamlFault(line, "a ':' too many on this line, or the line is indented too far",
                    "put a value that holds ': ' in quotes; " + INDENT);
        }
        if (message.contains("could not find expected ':'") || message.contains("expected ':'")) {
            return new YamlFault(line, "the ':' after a key is missing on this line or the one before",
                    "write KEY: VALUE");
        }
        if (message.contains("quoted scalar")) {
            return new YamlFault(line, "a quote is opened and not closed, or what is inside cannot be read",
                    "close it, and write \\ as \\\\ inside of \" quotes");
        }
        if (message.contains("cannot start any token")) {
            return new YamlFault(line, "a value begins with a character that means something else in YAML",
                    "put the value in quotes, as in \"@message\"");
        }
        if (message.contains("flow mapping") || message.contains("flow sequence")) {
            return new YamlFault(line, "a { or [ is not closed, or a comma is missing", "close it with } or ]");
        }
        if (message.contains("special characters are not allowed")) {
            return new YamlFault(line, "there is a control character in the file", "remove it");
        }
        if (message.contains("undefined alias") || message.contains("alias")) {
            return new YamlFault(line, "a value begins with *, which means something else in YAML",
                    "put the value in quotes");
        }
        if (message.contains("expected <block end>") || message.contains("block mapping")
                || message.contains("block collection") || message.contains("block sequence")) {
            return new YamlFault(line, "this line does not fit the lines above it", INDENT);
        }
        return new YamlFault(line, "this is not YAML", "write KEY: VALUE; " + INDENT);
    }

    private static boolean tabBegins(String text, int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("").matches(" *\t.*");
    }

    private static int lines(String text) {
        return Math.max(1, (int) text.lines().count());
    }
}
