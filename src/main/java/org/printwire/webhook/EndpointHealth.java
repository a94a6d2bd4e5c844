package org.printwire.webhook;

import java.time.Duration;

/**
 * How a receiver has been doing lately, over all that was to be delivered there. While it fails, the delays between
 * attempts grow with the failures in a row, so a new message does not knock sooner than the one it waits behind; from
 * {@value #RESTING} failures on it rests, which is told once, and so is its recovery.
 *
 * <p>Pure state, one thread.
 */
final class EndpointHealth {

    static final int RESTING = 5;

    private int failures;
    private long firstFailureNanos;

    /** Attempts in a row that failed. */
    int failures() {
        return failures;
    }

    /** An attempt failed. True: with this one the receiver begins to rest. */
    boolean failed(long nanos) {
        if (failures++ == 0) {
            firstFailureNanos = nanos;
        }
        return failures == RESTING;
    }

    /** The receiver answers again. Not zero: it had rested, and was away for so long. */
    Duration recovered(long nanos) {
        Duration away = failures >= RESTING ? Duration.ofNanos(nanos - firstFailureNanos) : Duration.ZERO;
        failures = 0;
        return away;
    }
}
