package org.printwire.stream;

import java.time.Duration;

/** A command that is sent again and again while it makes sense, without a number: missing one is no matter. */
final class Repeated {

    private final Line line;
    private final long interval;
    private boolean unknown;
    private long due = Long.MIN_VALUE;

    /** @param command what to send; null: nothing ever */
    Repeated(String command, Duration interval) {
        this.line = command == null ? null : Line.own(command);
        this.interval = interval.toNanos();
    }

    Line line() {
        return line;
    }

    /** The firmware does not know a command: if it is this one that is unanswered, it is not sent again. */
    void unknown(SentWindow.Sent unanswered) {
        unknown |= line != null && unanswered != null && unanswered.line() == line;
    }

    /** It was sent now. */
    void sent(long nanos) {
        due = nanos + interval;
    }

    /** When it is to be sent next; {@link Long#MAX_VALUE}: never. */
    long due() {
        return line == null || unknown ? Long.MAX_VALUE : due;
    }
}
