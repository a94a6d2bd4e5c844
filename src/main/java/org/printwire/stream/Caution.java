package org.printwire.stream;

import java.util.OptionalInt;

/**
 * How wide the window is just now: one line after a request or another oddity, since each line in flight behind a bad one
 * is refused as well; wide again after some hundred lines without one.
 */
final class Caution {

    /** So many lines must be taken without an oddity before the window opens again. */
    static final int CLEAN_LINES = 200;

    private WindowPolicy wide;
    private final WindowPolicy narrow;
    private int clean = CLEAN_LINES;

    Caution(WindowPolicy policy) {
        wide = policy;
        narrow = policy.narrow();
    }

    /** A line was asked for again, was lost, or has no answer. */
    void oddity() {
        clean = 0;
    }

    /**
     * A line was taken as it should be.
     *
     * @param free how many command slots the firmware says are free, if it does
     */
    void clean(OptionalInt free) {
        if (clean < CLEAN_LINES) {
            clean++;
        }
        if (free.isPresent()) {
            wide = wide.learning(free);
        }
    }

    /** What holds now. */
    WindowPolicy policy() {
        return clean < CLEAN_LINES ? narrow : wide;
    }
}
