package org.printwire.marlin;

import java.util.Optional;
import java.util.OptionalDouble;
import org.printwire.marlin.Reply.Position;

/**
 * {@code X:0.00 Y:0.00 Z:0.15 E:0.00 Count X: 0.00 ..}: all four axes, blanks allowed behind the colons. What comes
 * behind {@code Count} is the steppers' own count and not read. With several extruders ({@code E0: E1:}) the first is
 * taken.
 */
final class PositionParser {

    private PositionParser() {}

    static Optional<Position> read(String text) {
        if (text.indexOf("X:") < 0 || text.indexOf("Z:") < 0) {
            return Optional.empty();
        }
        int count = text.indexOf("Count");
        String axes = count < 0 ? text : text.substring(0, count);
        OptionalDouble x = axis(axes, "X:");
        OptionalDouble y = axis(axes, "Y:");
        OptionalDouble z = axis(axes, "Z:");
        OptionalDouble e = axis(axes, "E:");
        if (e.isEmpty()) {
            e = axis(axes, "E0:");
        }
        boolean all = x.isPresent() && y.isPresent() && z.isPresent() && e.isPresent();
        return all
                ? Optional.of(new Position(x.getAsDouble(), y.getAsDouble(), z.getAsDouble(), e.getAsDouble()))
                : Optional.empty();
    }

    private static OptionalDouble axis(String text, String label) {
        int found = text.indexOf(label);
        while (found > 0 && !Cursor.blank(text.charAt(found - 1))) {
            found = text.indexOf(label, found + 1);
        }
        if (found < 0) {
            return OptionalDouble.empty();
        }
        Cursor cursor = new Cursor(text, found + label.length());
        cursor.skipBlanks();
        OptionalDouble value = cursor.decimal();
        return cursor.wordEnd() ? value : OptionalDouble.empty();
    }
}
