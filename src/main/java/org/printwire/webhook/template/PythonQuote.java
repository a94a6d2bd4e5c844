package org.printwire.webhook.template;

/** A text within quotes, as Python's {@code repr()} writes it. */
final class PythonQuote {

    private PythonQuote() {}

    /** In single quotes; in double ones where it has single ones and no double ones. */
    static StringBuilder write(StringBuilder to, String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        to.append(quote);
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == quote || c == '\\') {
                to.append('\\').append((char) c);
            } else if (c == '\n' || c == '\r' || c == '\t') {
                to.append('\\').append(c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
            } else if (printable(c)) {
                to.appendCodePoint(c);
            } else {
                escape(to, c);
            }
        }
        return to.append(quote);
    }

    private static void escape(StringBuilder to, int c) {
        int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        to.append('\\').append(c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U');
        String hex = Integer.toHexString(c);
        to.append("0".repeat(digits - hex.length())).append(hex);
    }

    private static boolean printable(int c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
