package org.printwire.stream;

import java.time.Duration;
import java.util.Optional;
import org.printwire.event.Event.FailReason;

/** A printer that was out of reach is asked which line it wants, until it says so. */
final class Place {

    /** Between two questions that are not answered; a printer that says busy is left alone for as long each time. */
    static final Duration AGAIN = Duration.ofSeconds(5);
    /** Questions in a row that a printer may leave unanswered without a busy line in between. */
    static final int MOST_QUESTIONS = 24;
    private static final long NEVER = Long.MAX_VALUE;

    private long due = NEVER;
    private int questions;

    /** Nobody knows where the printer stands. */
    void lose(long nanos) {
        due = nanos;
        questions = 0;
    }

    /** True if it is to be asked now; it counts as asked. */
    boolean ask(long nanos) {
        if (nanos < due) {
            return false;
        }
        questions++;
        due = nanos + AGAIN.toNanos();
        return true;
    }

    /** What it said made no sense: ask at once. */
    void unclear(long nanos) {
        due = Math.min(due, nanos);
    }

    /** It works, and may not read the question before it has finished. */
    void busy(long nanos) {
        if (lost()) {
            due = nanos + AGAIN.toNanos();
            questions = 0;
        }
    }

    /** It has said which line it wants. */
    void found() {
        due = NEVER;
    }

    boolean lost() {
        return due != NEVER;
    }

    long deadline() {
        return due;
    }

    /** It does not answer. */
    Optional<Outcome.Failed> failure() {
        return questions <= MOST_QUESTIONS || !lost() ? Optional.empty()
                : Optional.of(new Outcome.Failed(FailReason.NO_ANSWER,
                        "the printer is connected again but does not say which line it wants"));
    }
}
