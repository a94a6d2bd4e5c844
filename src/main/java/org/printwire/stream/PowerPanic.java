package org.printwire.stream;

import java.time.Duration;
import java.util.List;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.gcode.GcodeWord;
import org.printwire.marlin.Frame;
import org.printwire.marlin.Reply;

/**
 * The mains fail in the middle of a job, and come back: Prusa MK3 saves where it is, reboots, recovers and is then paused.
 *
 * <p>Recorded of firmware 3.14: {@code INT4}; after the boot {@code echo:enqueing "M110 N6"}, where 6 is the last line
 * that was executed, and at last {@code //action:paused}; then {@code //action:uvlo_auto_recovery_ready} as the answer to
 * M79 (bed still warm), or {@code uvlo_recovery_ready}. From its source: M602 then asks for a line too many, so what was
 * executed goes out as M105.
 */
final class PowerPanic {

    /** A printer that recovers answers M79 with more than an {@code ok}, or not before it has moved. */
    static final int MOST_IDLE = 3;
    /** Silence of one that is back, beside the answers to M79. */
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int M110 = GcodeWord.code('M', 110);

    private enum State { NONE, OUT, RECOVERED }

    private final LineProtocol protocol;
    private final Pauses pauses;
    private final Upcoming upcoming;
    private final Happenings events = new Happenings();
    private final Repeated question;
    private State state = State.NONE;
    private boolean alive;
    private int idle;
    private long lastHeard;
    private boolean told;

    /** @param keepAlive to what a recovered printer answers that it is; null: it is not asked */
    PowerPanic(LineProtocol protocol, Pauses pauses, Upcoming upcoming, String keepAlive) {
        this.protocol = protocol;
        this.pauses = pauses;
        this.upcoming = upcoming;
        this.question = new Repeated(keepAlive, Chores.KEEP_ALIVE);
    }

    /** The printer has no power, or has not recovered yet: nothing is sent, and no silence is a fault. */
    boolean out() {
        return state == State.OUT;
    }

    /** The printer has recovered and waits for M602, which must have no number: the count has gone back behind it. */
    boolean recovered() {
        return state == State.RECOVERED;
    }

    /** The job goes on: what was reported before the power failed holds for no line that is sent again. */
    void settle() {
        if (state == State.RECOVERED && pauses.running()) {
            state = State.NONE;
            pauses.forgetReport();
        }
    }

    /** The printer is back and does nothing: it had nothing to recover, and the job is lost. */
    private boolean lost(long nanos) {
        return out() && alive && (idle >= MOST_IDLE || nanos >= lastHeard + PATIENCE.toNanos());
    }

    /** Something on the wire, or the wire itself, shows that it may be asked. */
    void alive(long nanos) {
        alive = true;
        lastHeard = nanos;
    }

    /** Takes a reply. True: it means nothing more. */
    boolean hear(Reply reply, Dialogue.Wishes wishes, long nanos) {
        if (reply instanceof Reply.PowerPanic && state == State.NONE) {
            state = State.OUT;
            told = false;
            alive = false;
            idle = 0;
            protocol.forget();
            events.add(new Event.PowerFailed());
        }
        if (state == State.RECOVERED) {
            ready(reply, wishes, nanos);
            return false;
        }
        if (state != State.OUT) {
            return false;
        }
        lastHeard = nanos;
        alive |= reply instanceof Reply.Start;
        idle += alive && reply instanceof Reply.Ok ? 1 : 0;
        if (reply instanceof Reply.Enqueued enqueued && GcodeWord.code(enqueued.command()) == M110) {
            protocol.ledger().executed((long) GcodeWord.value(enqueued.command(), 'N', -1));
        } else if (reply instanceof Reply.HostAction action && (action.name().equals("paused") || recovery(action))) {
            state = State.RECOVERED;
            pauses.reportedPaused();
            ready(reply, wishes, nanos);
        }
        return !(reply instanceof Reply.Fault);
    }

    private static boolean recovery(Reply.HostAction action) {
        return action.name().equals("uvlo_recovery_ready") || action.name().equals("uvlo_auto_recovery_ready");
    }

    private void ready(Reply reply, Dialogue.Wishes wishes, long nanos) {
        if (told || !(reply instanceof Reply.HostAction action) || !recovery(action)) {
            return;
        }
        told = true;
        if (action.name().equals("uvlo_auto_recovery_ready")) {
            wishes.resume(Actor.PRINTER, nanos);
        } else {
            events.add(new Event.UserActionNeeded("the power is back, but the bed has cooled down and the part may have come"
                    + " loose: look at it, then let the print go on or cancel it"));
        }
    }

    /** Lets the print go on. */
    void resume() {
        upcoming.bare("M602", Insertion.Purpose.RESUME);
    }

    /** Asks a printer that is back whether it has recovered; what it said meanwhile may be lost. One that has not fails the job. */
    void ask(JobCourse course, List<Action> actions, StreamSettings settings, long nanos) {
        if (lost(nanos)) {
            course.reset();
        }
        if (out() && alive && nanos >= question.due()) {
            Frame frame = Frame.bare(question.line().text());
            actions.add(new Action.Send(frame, settings.code().encode(frame, true), true, false));
            question.sent(nanos);
        }
    }

    /** When {@link #ask} has something to do. */
    long deadline() {
        return alive ? Math.min(question.due(), lastHeard + PATIENCE.toNanos()) : Long.MAX_VALUE;
    }

    /** What happened since the last call. */
    List<Event> events() {
        return events.drain();
    }
}
