package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * Any text as the value of an HTTP header: one line of ASCII. Line breaks and other control characters become spaces,
 * and spaces at the ends go. A text with characters beyond ASCII becomes encoded words ({@code =?UTF-8?B?...?=}, RFC
 * 2047) as a whole, which receivers such as ntfy decode.
 */
final class HeaderText {

    /** An encoded word has 75 characters at most: 63 beside its frame, which are 45 bytes. */
    private static final int WORD_BYTES = 45;

    private HeaderText() {}

    static String of(String text) {
        String line = text.codePoints().anyMatch(c -> c < ' ' || c == 0x7f || c >= 0x80 && c < 0xa0)
                ? oneLine(text) : text;
        line = line.strip();
        return line.chars().allMatch(c -> c < 0x7f) ? line : words(line);
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    private static String words(String line) {
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < line.length(); ) {
            int c = line.codePointAt(at);
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes + size > WORD_BYTES) {
                word(words, word);
                bytes = 0;
            }
            word.appendCodePoint(c);
            bytes += size;
            at += Character.charCount(c);
        }
        word(words, word);
        return words.toString();
    }

    private static void word(StringBuilder words, StringBuilder word) {
        words.append(words.isEmpty() ? "" : " ").append("=?UTF-8?B?")
                .append(Base64.getEncoder().encodeToString(word.toString().getBytes(UTF_8))).append("?=");
        word.setLength(0);
    }
}
