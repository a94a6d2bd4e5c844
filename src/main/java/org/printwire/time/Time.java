package org.printwire.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The only clock and the only timer of the program.
 *
 * <p>Wall time and monotonic time are kept apart: {@link #wall()} goes into events and file names and may jump,
 * {@link #nanos()} measures durations and never goes back. Nobody else calls {@code Instant.now},
 * {@code System.nanoTime} or {@code Thread.sleep}; an ArchUnit test holds that.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface Time {

    /** The time of day, UTC. May jump back and forth when the machine's clock is set. */
    Instant wall();

    /** Monotonic nanoseconds from an arbitrary origin: only differences mean something. */
    long nanos();

    /**
     * Runs {@code task} once, on the {@code timer} thread, not before {@code delay} has passed. The task must be
     * short: other timers wait behind it.
     */
    Timer after(Duration delay, Runnable task);

    /** A task that has been scheduled. */
    interface Timer {
        /** Takes the task back. Does nothing when it has run already. */
        void cancel();
    }
}
