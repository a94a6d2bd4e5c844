package org.printwire.sim;

/**
 * A command in a firmware's buffer.
 *
 * @param text   without line number, checksum and blanks at the ends
 * @param number the line number it came with; {@link #UNNUMBERED} if none
 * @param own    queued by the firmware itself, so nobody gets an {@code ok} for it
 */
record Command(String text, long number, boolean own) {
    static final long UNNUMBERED = -1;

    static Command own(String text) {
        return new Command(text, UNNUMBERED, true);
    }

    /** Letter and number without leading zeros: {@code G1}, {@code M862.3}; the whole text if it is no code. */
    String code() {
        int at = 1;
        int length = text.length();
        if (length < 2 || !Character.isDigit(text.charAt(1))) {
            return text;
        }
        while (at < length - 1 && text.charAt(at) == '0' && Character.isDigit(text.charAt(at + 1))) {
            at++;
        }
        int start = at;
        while (at < length && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at < length - 1 && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1))) {
            at++;
            while (at < length && Character.isDigit(text.charAt(at))) {
                at++;
            }
        }
        return text.charAt(0) + text.substring(start, at);
    }

    /** The number behind {@code letter}; NaN if the letter is not there or no number follows. */
    double value(char letter) {
        for (int at = text.indexOf(letter, 1); at >= 0; at = text.indexOf(letter, at + 1)) {
            int end = at + 1;
            while (end < text.length() && "+-.0123456789".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            if (end > at + 1) {
                try {
                    return Double.parseDouble(text.substring(at + 1, end));
                } catch (NumberFormatException notANumber) {
                    continue;
                }
            }
        }
        return Double.NaN;
    }

    double value(char letter, double otherwise) {
        double value = value(letter);
        return Double.isNaN(value) ? otherwise : value;
    }

    /** Whether {@code letter} is among the parameters. */
    boolean has(char letter) {
        return text.indexOf(letter, 1) >= 0;
    }

    /** What follows the code word, without blanks at its ends. */
    String argument() {
        int blank = text.indexOf(' ');
        return blank < 0 ? "" : text.substring(blank + 1).strip();
    }
}
