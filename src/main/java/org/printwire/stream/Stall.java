package org.printwire.stream;

import java.time.Duration;

/**
 * How long an answer may take. Firmware with a keep-alive says {@code busy} every 2 s while a command runs (M113; Prusa
 * MK3 3.14 and Marlin 2.1 by default), so its silence means that a line or an answer was lost. Firmware that was never
 * heard to say it gets far more time, because heating and homing are silent there.
 */
final class Stall {

    /** Silence of a long command, once busy lines were seen on this connection. */
    static final Duration LONG_WITH_BUSY = Duration.ofSeconds(10);
    /** The same where none was ever seen. */
    static final Duration LONG_WITHOUT_BUSY = Duration.ofMinutes(15);
    /** A firmware that says busy says it every 2 s; 5 s hold two of them. */
    static final Duration ORDINARY_WITH_BUSY = Duration.ofSeconds(5);

    private final long answerLimit;
    private boolean busySeen;
    private long lastBusy = Long.MIN_VALUE;

    Stall(Duration answerLimit) {
        this.answerLimit = answerLimit.toNanos();
    }

    void busy(long nanos) {
        busySeen = true;
        lastBusy = nanos;
    }

    /** When {@code sent} counts as stalled if nothing is heard; {@link Long#MAX_VALUE}: never. */
    long deadline(SentWindow.Sent sent) {
        long limit = limit(sent.line().kind());
        if (limit == Long.MAX_VALUE) {
            return limit;
        }
        return Math.max(sent.nanos(), busySeen ? lastBusy : sent.nanos()) + limit;
    }

    private long limit(CommandKind kind) {
        if (kind.waitsForUser() && !busySeen) {
            return Long.MAX_VALUE;
        }
        if (kind == CommandKind.LONG || kind == CommandKind.RESUME || kind.waitsForUser()) {
            return (busySeen ? LONG_WITH_BUSY : LONG_WITHOUT_BUSY).toNanos();
        }
        return busySeen ? Math.min(answerLimit, ORDINARY_WITH_BUSY.toNanos()) : answerLimit;
    }
}
