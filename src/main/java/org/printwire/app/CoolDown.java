package org.printwire.app;

import java.time.Duration;
import java.util.function.BooleanSupplier;

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
}
