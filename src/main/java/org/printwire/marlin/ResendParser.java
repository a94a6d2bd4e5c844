package org.printwire.marlin;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.printwire.marlin.Reply.Resend;

/**
 * {@code Resend: 23}, {@code Resend:N23}, {@code rs N:23} and their kind. Of the word {@code Resend:} one letter may be
 * damaged. A number with anything but a blank behind it is not believed.
 */
final class ResendParser {

    private static final String LONG = "resend";
    private static final Prefix SHORT = new Prefix("rs");

    private ResendParser() {}

    static Optional<Resend> read(String text) {
        int wordEnd = wordEnd(text);
        return wordEnd < 0 ? Optional.empty() : Optional.of(new Resend(number(new Cursor(text, wordEnd))));
    }

    private static int wordEnd(String text) {
        if (SHORT.begins(text) && (text.length() == 2 || " :\t".indexOf(text.charAt(2)) >= 0)) {
            return 2;
        }
        int colon = text.indexOf(':');
        if (colon < 0 || colon > LONG.length() + 1) {
            boolean whole = new Prefix(LONG).begins(text) && new Cursor(text, LONG.length()).wordEnd();
            return whole ? LONG.length() : -1;
        }
        String word = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return Likeness.within(1, LONG, word) ? colon : -1;
    }

    private static OptionalLong number(Cursor cursor) {
        separator(cursor);
        cursor.skip('N');
        separator(cursor);
        OptionalLong number = cursor.whole();
        return cursor.wordEnd() ? number : OptionalLong.empty();
    }

    private static void separator(Cursor cursor) {
        cursor.skipBlanks();
        cursor.skip(':');
        cursor.skipBlanks();
    }
}
