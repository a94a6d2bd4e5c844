package org.printwire.webhook;

import java.util.OptionalInt;

/**
 * The percentages at which one webhook speaks of progress: the multiples of its interval, without 0 and 100, each at
 * most once per print. A step over several milestones counts as the highest of them. Progress that goes back (a
 * printer that repeats lines, another source of the figure) repeats none.
 *
 * <p>Pure state, one thread.
 */
final class Milestones {

    private final int interval;
    private int last;

    /** @param interval percent, 1 or more; from 100 on there are no milestones */
    Milestones(int interval) {
        if (interval < 1) {
            throw new IllegalArgumentException("progress interval must be 1 or more, is " + interval);
        }
        this.interval = interval;
    }

    /** The milestone that this progress has reached, if it is a new one. */
    OptionalInt reached(int percent) {
        int milestone = Math.min(percent, 99) / interval * interval;
        if (milestone <= last) {
            return OptionalInt.empty();
        }
        last = milestone;
        return OptionalInt.of(milestone);
    }

    /** The latest milestone of this print, 0 before the first. */
    int last() {
        return last;
    }

    /** A print begins. */
    void reset() {
        last = 0;
    }
}
