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
    /** A firmware that says busy says it every 2 s. */
    static final Duration ORDINARY_WITH_BUSY = Duration.ofSeconds(3);

    /** A command that waits for the user, where busy lines were never seen: it may take hours, or have got lost. */
    static final Duration USER_WITHOUT_BUSY = Duration.ofMinutes(1);
    /** So it goes out again this often; then it is believed to be there, if the printer never talks by itself. */
    static final int USER_PROBES = 3;

    private final boolean talks;
    private final long answerLimit;
    private boolean busySeen;
    private long lastBusy = Long.MIN_VALUE;

    /**
     * @param answerLimit silence of an ordinary command that is too long
     * @param talks       the printer reports temperatures by itself, so that it is never silent for long
     */
    Stall(Duration answerLimit, boolean talks) {
        this.talks = talks;
        this.answerLimit = answerLimit.toNanos();
    }

    void busy(long nanos) {
        busySeen = true;
        lastBusy = nanos;
    }

    /**
     * When {@code sent} counts as stalled if nothing is heard; {@link Long#MAX_VALUE}: never.
     *
     * @param probes how often it went out again already
     */
    long deadline(SentWindow.Sent sent, int probes) {
        CommandKind kind = sent.line().kind();
        if (mayTakeForEver(kind) && !talks && probes >= USER_PROBES) {
            return Long.MAX_VALUE;
        }
        long limit = limit(kind);
        return Math.max(sent.nanos(), busySeen ? lastBusy : sent.nanos()) + limit;
    }

    /** True where a missing answer is no fault: the user may be asleep, and the firmware does not say that it waits. */
    boolean mayTakeForEver(CommandKind kind) {
        return kind.waitsForUser() && !busySeen;
    }

    private long limit(CommandKind kind) {
        if (mayTakeForEver(kind)) {
            return USER_WITHOUT_BUSY.toNanos();
        }
        if (kind == CommandKind.LONG || kind == CommandKind.RESUME || kind.waitsForUser()) {
            return (busySeen ? LONG_WITH_BUSY : LONG_WITHOUT_BUSY).toNanos();
        }
        return busySeen ? Math.min(answerLimit, ORDINARY_WITH_BUSY.toNanos()) : answerLimit;
    }
}
