package org.printwire.app;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.printwire.stream.Outcome;

/**
 * The wish to stay with the printer after the job, until it has cooled down.
 *
 * @param enough true once nobody waits any longer; asked often, on the printer thread: it must answer at once
 * @param limit  longest time to wait
 * @param begins runs on the printer thread when the waiting begins
 */
public record CoolDown(BooleanSupplier enough, Duration limit, Runnable begins) {

    public static final Duration LIMIT = Duration.ofMinutes(60);

    /** With the usual limit, and nobody who must know when it begins. */
    public CoolDown(BooleanSupplier enough) {
        this(enough, LIMIT, () -> { });
    }

    /** After such an end the heaters are off, and the printer can say how warm they are. */
    static boolean possible(Outcome outcome) {
        return !(outcome instanceof Outcome.Failed failed) || switch (failed.reason()) {
            case FILE_UNREADABLE, PRINTER_RESET -> true;
            case PRINTER_ERROR, CONNECTION_LOST, NO_ANSWER, RESEND_LOOP, INTERNAL -> false;
        };
    }
}
