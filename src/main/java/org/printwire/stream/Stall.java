package org.printwire.stream;

import java.time.Duration;
import org.printwire.gcode.GcodeWord;

/**
 * How long an answer may take. A move is answered when the planner has room for it, so its limit follows from the moves
 * before it. Firmware with a keep-alive says {@code busy} every 2 s while a command runs (M113; Prusa MK3 3.14 and Marlin
 * 2.1 by default), so its silence means that a line or an answer was lost. Firmware that was never heard to say it gets far
 * more time, because heating and homing are silent there.
 */
final class Stall {

    /** An ordinary command is asked after this soon the first time: a needless question costs a few bytes and no time. */
    static final Duration FIRST_QUESTION = Duration.ofMillis(400);
    /** And this soon the second time, should the question have got lost. */
    static final Duration SECOND_QUESTION = Duration.ofSeconds(1);
    /** The printer says that it has the line: so long its {@code ok} may still take, beyond what the moves take. */
    static final Duration AFTER_ANSWER = Duration.ofMillis(150);
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
    private final MoveTimes moves = new MoveTimes();
    private boolean busySeen;
    private long lastBusy = Long.MIN_VALUE;
    private long lastAnswer = Long.MIN_VALUE;

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

    /** A line goes out for the first time. */
    void sent(Line line) {
        moves.follow(line);
    }

    /** A line was answered: only now the next can be. */
    void answered(long nanos) {
        lastAnswer = nanos;
    }

    /**
     * When {@code sent}, the oldest unanswered line, counts as stalled if nothing is heard; {@link Long#MAX_VALUE}: never.
     *
     * @param probes how often it was asked after already
     */
    long deadline(SentWindow.Sent sent, int probes) {
        CommandKind kind = sent.line().kind();
        if (mayTakeForEver(kind) && !talks && probes >= USER_PROBES) {
            return Long.MAX_VALUE;
        }
        long since = Math.max(sent.nanos(), lastAnswer);
        long limit = limit(sent.line());
        long patient = Math.max(since, busySeen ? lastBusy : since) + limit;
        // A busy line since then: the printer is at work on it, and the question can wait.
        if (!kind.quick() || probes > 1 || lastBusy >= since) {
            return patient;
        }
        long first = (probes == 0 ? FIRST_QUESTION : SECOND_QUESTION).toNanos() + room(sent.line());
        return Math.min(since + first, patient);
    }

    /** How long the answer to a line that the printer is known to have may still take, nanoseconds. */
    long afterAnswer(Line line) {
        return AFTER_ANSWER.toNanos() + room(line);
    }

    /** True where a missing answer is no fault: the user may be asleep, and the firmware does not say that it waits. */
    boolean mayTakeForEver(CommandKind kind) {
        return kind.waitsForUser() && !busySeen;
    }

    /** Until the planner has room for a move, or is empty for what waits for that; twice, for acceleration is left out. */
    private long room(Line line) {
        return 2 * (line.move() ? moves.longest() : moves.all());
    }

    private long limit(Line line) {
        CommandKind kind = line.kind();
        if (kind == CommandKind.LONG && !busySeen && GcodeWord.is(line.text(), 'M', 400)) {
            // It waits for moves whose time is known, for nothing else.
            return LONG_WITH_BUSY.toNanos() + room(line);
        }
        if (mayTakeForEver(kind)) {
            return USER_WITHOUT_BUSY.toNanos();
        }
        if (kind == CommandKind.LONG || kind == CommandKind.RESUME || kind.waitsForUser()) {
            return (busySeen ? LONG_WITH_BUSY : LONG_WITHOUT_BUSY).toNanos();
        }
        return busySeen ? Math.min(answerLimit, ORDINARY_WITH_BUSY.toNanos()) : answerLimit;
    }
}
