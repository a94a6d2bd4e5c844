package org.printwire.sim;

import java.util.List;

/** A step of a command that blocks the queue. A command is a list of them, done one after another. */
sealed interface Stage {

    /** Waits until all moves have been made. */
    record Synchronises() implements Stage {}

    /** Waits until the planner can take a move. */
    record AwaitsRoom() implements Stage {}

    /** Waits for seconds, which the time scale shortens. */
    record Lasts(double seconds) implements Stage {}

    /** Waits for so long, whatever the time scale. */
    record Passes(long nanos) implements Stage {}

    /** Waits for a heater, and tells the temperature every second. */
    record Heats(Heater heater, boolean waitsForCooling) implements Stage {}

    /**
     * Waits for the user; keepalives say {@code paused for user}.
     *
     * @param limitNanos   goes on without the user after this, not scaled; {@code Long.MAX_VALUE}: never
     * @param onlyByPress  whether the simulated user of the options stays away: only the test can act
     */
    record AwaitsUser(long limitNanos, boolean onlyByPress) implements Stage {}

    /** Waits for ever, keepalives saying {@code paused for user}, though no click helps: a thermal stop. */
    record Stopped() implements Stage {}

    /** Tells the host something. */
    record Says(List<String> lines) implements Stage {}

    /** Changes something. */
    record Does(Runnable effect) implements Stage {}

    static Stage says(String... lines) {
        return new Says(List.of(lines));
    }

    static Stage awaitsUser() {
        return new AwaitsUser(Long.MAX_VALUE, false);
    }
}
