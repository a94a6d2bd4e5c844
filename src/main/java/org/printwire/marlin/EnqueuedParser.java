package org.printwire.marlin;

import java.util.Optional;
import org.printwire.marlin.Reply.Enqueued;

/**
 * {@code echo:enqueing "M83"} and {@code echo:Enqueing to the front: "M600"} (Prusa MK3), {@code echo:enqueueing}
 * (Marlin 1). A command that the firmware could not queue has {@code Error:} in front, see {@link Warnings}.
 */
final class EnqueuedParser {

    private static final Prefix QUEUES = new Prefix("enque");
    private static final String FRONT = "to the front";

    private EnqueuedParser() {}

    static Optional<Enqueued> read(String text) {
        String said = Prefix.ECHO.cutFrom(text);
        if (!QUEUES.begins(said)) {
            return Optional.empty();
        }
        int open = said.indexOf('"');
        if (open < 0) {
            return Optional.empty();
        }
        int close = said.lastIndexOf('"');
        String command = close > open ? said.substring(open + 1, close) : said.substring(open + 1);
        return Optional.of(new Enqueued(command, said.substring(0, open).contains(FRONT)));
    }
}
