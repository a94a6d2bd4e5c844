package org.printwire.stream;

import java.time.Duration;
import java.util.List;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.Phase;

/**
 * Whether the job is held, by whom, and what is still awaited before it stands or goes on.
 *
 * <p>Prusa MK3 3.14 (recorded): M601 is answered {@code ok} before the printer pauses and says {@code //action:paused};
 * the host must stop feeding by itself. M602 asks for lines again, says {@code //action:resumed}, and only then answers.
 * {@code //action:pause} and {@code //action:resume} are requests that the host answers with M601 and M602.
 */
final class Pauses {

    /** A printer that does not report what it did is believed after this time without a busy line (each 2 s). */
    static final Duration REPORT_LIMIT = Duration.ofSeconds(5);
    /** So often the printer is asked whether it took the command, if it seems to have taken it again each time. */
    static final int MOST_DOUBTS = 3;
    private static final long NEVER = Long.MAX_VALUE;

    private enum State { RUNNING, PAUSING, PAUSED, RESUMING }

    private final boolean reports;
    private final Happenings events = new Happenings();
    private State state = State.RUNNING;
    private Actor actor;
    private String command;
    private boolean refused;
    private boolean resumeWanted;
    private long deadline = NEVER;
    private boolean reported;
    private int doubts;
    private boolean answeredSince;
    private boolean doubted;

    /** @param reports the printer says {@code //action:paused} and {@code resumed} */
    Pauses(boolean reports) {
        this.reports = reports;
    }

    /** True while no line of the file may be sent. */
    boolean holding() {
        return state != State.RUNNING;
    }

    boolean paused() {
        return state == State.PAUSED;
    }

    /** The resume command was taken, and its effect is to be reported: until then the printer may go back behind it. */
    boolean awaitsResumed() {
        return state == State.RESUMING && deadline != NEVER;
    }

    /** What was reported holds for no command that goes out again: the printer has lost its memory since. */
    void forgetReport() {
        reported = false;
    }

    /** The commands that let the job go on are on their way, or their effect is not known yet. */
    boolean resuming() {
        return state == State.RESUMING;
    }

    boolean running() {
        return state == State.RUNNING;
    }

    /** A pause command of the file goes out, or the host begins to pause. */
    void begin(Actor by, String cause) {
        if (state == State.RUNNING) {
            pausing(by, cause);
            events.add(new Event.PhaseChanged(Phase.PAUSING));
        }
    }

    private void pausing(Actor by, String cause) {
        state = State.PAUSING;
        actor = by;
        command = cause;
        refused = false;
        resumeWanted = false;
        reported = false;
        doubts = 0;
    }

    /** As another host has left it: the job stands, or the last commands of a pause or a resume are still to be sent. */
    void rejoin(Insertion.Purpose underWay, boolean stands) {
        state = underWay == Insertion.Purpose.PAUSE ? State.PAUSING
                : underWay == Insertion.Purpose.RESUME ? State.RESUMING
                : stands ? State.PAUSED : State.RUNNING;
        actor = Actor.HOST;
    }

    /** The firmware does not know the pause command that is unanswered. */
    void refuse() {
        refused = true;
    }

    /** The last command of the pause was taken. */
    void pauseTaken(long nanos) {
        answeredSince = true;
        if (state != State.PAUSING) {
            return;
        }
        if (refused) {
            state = State.RUNNING;
            events.add(new Event.PhaseChanged(Phase.PRINTING));
        } else if (reports) {
            deadline = nanos + REPORT_LIMIT.toNanos();
        } else {
            stand();
        }
    }

    /** {@code //action:paused}. */
    void reportedPaused() {
        if (state == State.RUNNING) {
            pausing(Actor.PRINTER, null);
        }
        reported = true;
        if (state == State.PAUSING) {
            stand();
        }
    }

    /** True if the printer itself said that it has paused, or that it has resumed, since the last begin or resume. */
    boolean reported() {
        return reported;
    }

    /** Somebody wants the job to go on. Returns true if the resume commands are to be sent now. */
    boolean resume(Actor by) {
        if (state == State.PAUSING) {
            resumeWanted = true;
            return false;
        }
        if (state != State.PAUSED) {
            return false;
        }
        state = State.RESUMING;
        reported = false;
        doubts = 0;
        actor = by;
        events.add(new Event.PhaseChanged(Phase.RESUMING));
        return true;
    }

    /** The last command of the resume was taken. */
    void resumeTaken(long nanos) {
        answeredSince = true;
        if (state == State.RESUMING) {
            if (reports) {
                deadline = nanos + REPORT_LIMIT.toNanos();
            } else {
                run();
            }
        }
    }

    /** {@code //action:resumed}. */
    void reportedResumed() {
        if (state == State.PAUSED || state == State.PAUSING) {
            actor = Actor.PRINTER;
        }
        reported = true;
        if (state != State.RUNNING) {
            run();
        }
    }

    /** The printer is at work: what it is doing is not over. */
    void busy(long nanos) {
        if (deadline != NEVER) {
            deadline = nanos + REPORT_LIMIT.toNanos();
        }
    }

    /** Time passes. */
    void tick(long nanos) {
        if (nanos < deadline) {
            return;
        }
        // If the command was taken again since it was asked, that answer may be as false as the one before: ask again, a few times.
        if (doubts == 0 || answeredSince && doubts < MOST_DOUBTS) {
            doubts++;
            answeredSince = false;
            doubted = true;
            deadline = nanos + REPORT_LIMIT.toNanos();
        } else {
            if (state == State.PAUSING) {
                stand();
            } else if (state == State.RESUMING) {
                run();
            } else {
                deadline = NEVER;
            }
        }
    }

    long deadline() {
        return deadline;
    }

    /** True once, when the printer should be asked whether it took the command: its report is missing. */
    boolean takeDoubt() {
        boolean wish = doubted;
        doubted = false;
        return wish;
    }

    /** True once, when a wish to go on came before the job stood still. */
    boolean takeResumeWish() {
        boolean wish = resumeWanted && state == State.PAUSED;
        if (wish) {
            resumeWanted = false;
        }
        return wish;
    }

    /** What happened since the last call. */
    List<Event> events() {
        return events.drain();
    }

    private void stand() {
        state = State.PAUSED;
        deadline = NEVER;
        events.add(new Event.PrintPaused(actor, command));
    }

    private void run() {
        state = State.RUNNING;
        deadline = NEVER;
        events.add(new Event.PrintResumed(actor));
    }
}
