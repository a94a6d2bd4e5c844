package org.printwire.marlin;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.printwire.marlin.Reply.Ok;

/**
 * {@code ok}, alone or followed by a blank and more: {@code N P B} of Marlin's ADVANCED_OK, a bare line number
 * (Repetier), a report. {@code okay} is no {@code ok}.
 */
final class OkParser {

    private static final char NO_LETTER = 0;

    private OkParser() {}

    static Optional<Ok> read(String text) {
        if (!text.startsWith("ok")) {
            return Optional.empty();
        }
        if (text.length() == 2) {
            return Optional.of(Ok.PLAIN);
        }
        if (!LineNoise.dirt(text.charAt(2))) {
            return Optional.empty();
        }
        return Optional.of(withFields(new Cursor(text, 2)));
    }

    private static Ok withFields(Cursor cursor) {
        OptionalLong lineNumber = field(cursor, NO_LETTER);
        if (lineNumber.isEmpty()) {
            lineNumber = field(cursor, 'N');
        }
        OptionalInt plannerFree = small(field(cursor, 'P'));
        OptionalInt bufferFree = small(field(cursor, 'B'));
        return new Ok(lineNumber, plannerFree, bufferFree, carried(cursor.rest()));
    }

    /** The number behind the letter if it ends where a word may end. */
    private static OptionalLong field(Cursor cursor, char letter) {
        cursor.skipBlanks();
        int begin = cursor.at();
        if (letter == NO_LETTER || cursor.skip(letter)) {
            OptionalLong value = cursor.whole();
            if (value.isPresent() && cursor.wordEnd()) {
                return value;
            }
        }
        cursor.back(begin);
        return OptionalLong.empty();
    }

    private static OptionalInt small(OptionalLong value) {
        return value.isPresent() && value.getAsLong() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) value.getAsLong())
                : OptionalInt.empty();
    }

    /** Data only. An {@code ok} inside an {@code ok} must not count twice, and a comment is nothing to pass on. */
    private static Optional<Reply> carried(String rest) {
        String text = LineNoise.strip(rest);
        if (text.isEmpty() || text.startsWith("ok")) {
            return Optional.empty();
        }
        Reply reply = ReplyParser.parse(text);
        boolean nothing = reply instanceof Reply.Wait || reply instanceof Reply.Start
                || reply instanceof Reply.Chatter || reply instanceof Reply.Other;
        return nothing ? Optional.empty() : Optional.of(reply);
    }
}
