package org.printwire.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What is wrong with a text that is not YAML, in words. The parser's own message is not shown: it quotes the text,
 * which may hold a secret, and it speaks of tokens.
 */
record YamlFault(int line, String what, String fix) {

    private static final String INDENT = "give keys of one group the same number of blanks at the line's beginning";

    /** @param text what was read */
    static YamlFault of(JsonProcessingException e, String text) {
        if (e.getCause() instanceof MarkedYAMLException cause && cause.getProblemMark() != null) {
            int line = Math.min(cause.getProblemMark().getLine() + 1, (int) text.lines().count());
            return of(line, cause.getContext() + " " + cause.getProblem(), text);
        }
        boolean controls = text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' || c == 0x7f);
        if (controls) {
            int line = (int) text.lines().takeWhile(each -> each.chars().allMatch(c -> c >= 0x20 && c != 0x7f
                    || c == '\t')).count() + 1;
            return new YamlFault(line, "there is a control character in the file", "remove it");
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return new YamlFault(line, "this is not YAML", "write KEY: VALUE");
    }

    /** @param problem snakeyaml 2.5's words, which quote at most one character of the text */
    private static YamlFault of(int line, String problem, String text) {
        if (problem.contains("(TAB)") || tabBegins(text, line)) {
            return new YamlFault(line, "a tab is in the indentation", "write blanks instead");
        }
        if (problem.contains("mapping values are not allowed")) {
            return new YamlFault(line, "a ':' too many on this line, or the line is indented too far",
                    "put a value that holds ': ' in quotes; " + INDENT);
        }
        if (problem.contains("could not find expected ':'")) {
            return new YamlFault(line, "the ':' after a key is missing on this line or the one before",
                    "write KEY: VALUE");
        }
        if (problem.contains("quoted scalar")) {
            return new YamlFault(line, "a quote is opened and not closed, or what is inside cannot be read",
                    "close it, and write \\ as \\\\ inside of \" quotes");
        }
        if (problem.contains("cannot start any token")) {
            return new YamlFault(line, "a value begins with a character that means something else in YAML",
                    "put the value in quotes, as in \"@message\"");
        }
        if (problem.contains("flow mapping") || problem.contains("flow sequence")) {
            return new YamlFault(line, "a { or [ is not closed, or a comma is missing", "close it with } or ]");
        }
        if (problem.contains("alias") || problem.contains("anchor")) {
            return new YamlFault(line, "a value begins with * or &, which mean something else in YAML",
                    "put the value in quotes");
        }
        return new YamlFault(line, "this line does not fit the lines above it", INDENT);
    }

    private static boolean tabBegins(String text, int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("").matches(" *\t.*");
    }
}
