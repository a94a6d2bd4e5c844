package org.printwire.marlin;

import java.util.Optional;
import org.printwire.marlin.Reply.Busy;

/** {@code echo:busy: processing}, also without {@code echo:}. */
final class BusyParser {

    private static final Prefix BUSY = new Prefix("busy:");

    private BusyParser() {}

    static Optional<Busy> read(String text) {
        String said = Prefix.ECHO.cutFrom(text);
        return BUSY.begins(said) ? Optional.of(new Busy(kind(BUSY.cutFrom(said)))) : Optional.empty();
    }

    private static Busy.Kind kind(String why) {
        return switch (why) {
            case "processing" -> Busy.Kind.PROCESSING;
            case "paused for user" -> Busy.Kind.PAUSED_FOR_USER;
            case "paused for input" -> Busy.Kind.PAUSED_FOR_INPUT;
            default -> Busy.Kind.OTHER;
        };
    }
}
