package org.printwire.marlin;

import java.util.Optional;
import java.util.OptionalInt;
import org.printwire.marlin.Reply.ModeProgress;

/**
 * {@code NORMAL MODE: Percent done: 10; print time remaining in mins: 20; Change in mins: -1}, the echo of M73 by Prusa
 * MK3. Firmware before 3.10 does not say the change.
 */
final class ModeProgressParser {

    private static final int UNKNOWN = -1;

    private ModeProgressParser() {}

    static Optional<ModeProgress> read(String text) {
        ModeProgress.Mode mode;
        if (text.startsWith("NORMAL MODE:")) {
            mode = ModeProgress.Mode.NORMAL;
        } else if (text.startsWith("SILENT MODE:")) {
            mode = ModeProgress.Mode.SILENT;
        } else {
            return Optional.empty();
        }
        OptionalInt percent = behind(text, "Percent done:");
        if (percent.isEmpty() || percent.getAsInt() > 100) {
            return Optional.empty();
        }
        return Optional.of(new ModeProgress(mode, percent.getAsInt(),
                behind(text, "time remaining in mins:").orElse(UNKNOWN),
                behind(text, "Change in mins:").orElse(UNKNOWN)));
    }

    /** The number behind a label; any negative one is "unknown". */
    private static OptionalInt behind(String text, String label) {
        int found = text.indexOf(label);
        if (found < 0) {
            return OptionalInt.empty();
        }
        Cursor cursor = new Cursor(text, found + label.length());
        cursor.skipBlanks();
        if (cursor.skip('-')) {
            return OptionalInt.of(UNKNOWN);
        }
        return cursor.whole().stream().filter(n -> n <= Integer.MAX_VALUE).mapToInt(n -> (int) n).findFirst();
    }
}
