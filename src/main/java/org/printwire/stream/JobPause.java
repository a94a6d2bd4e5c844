package org.printwire.stream;

import org.printwire.event.Event.Actor;
import org.printwire.gcode.GcodeWord;

/**
 * Pauses and resumes the job by lines: sends the scripts, remembers which numbers they had, and sees to it that a pause
 * takes effect once, however often the printer asks for its line.
 */
final class JobPause {

    private static final long NONE = -1;

    private final StreamSettings settings;
    private final LineProtocol protocol;
    private final Upcoming upcoming;
    private final Pauses pauses;
    private final PowerPanic panic;
    private Modes modes = new Modes();
    private boolean byScript;
    private long pauseNumber = NONE;
    private long resumeNumber = NONE;

    JobPause(StreamSettings settings, LineProtocol protocol, Upcoming upcoming, Pauses pauses, PowerPanic panic) {
        this.settings = settings;
        this.protocol = protocol;
        this.upcoming = upcoming;
        this.pauses = pauses;
        this.panic = panic;
    }

    /** The job begins, in these modes. */
    void begun(Modes before) {
        modes = before;
    }

    /** As another host has left it. */
    void rejoin(Retrace retrace, boolean stands) {
        modes = retrace.modes();
        byScript = !retrace.pausedByFile();
        upcoming.expectEnd(retrace.endOfScript());
        pauses.rejoin(retrace.underWay(), stands || retrace.pausedByFile());
    }

    /** What the lines of the file that went out have set. */
    Modes modes() {
        return modes;
    }

    /** The host pauses the job. */
    void begin(Actor by, String cause) {
        if (pauses.running()) {
            pauses.begin(by, cause);
            byScript = true;
            upcoming.script(settings.pause(), Insertion.Purpose.PAUSE);
        }
    }

    /** The host lets it go on. */
    void resume(Actor by, long nanos) {
        if (!pauses.resume(by)) {
            return;
        }
        if (panic.recovered()) {
            panic.resume();
        } else if (settings.pausesItself() || byScript) {
            upcoming.script(settings.resume().apply(modes), Insertion.Purpose.RESUME);
        } else {
            // A command of the file made the pause: there is no lift of ours to undo.
            pauses.resumeTaken(nanos);
        }
    }

    /** A line of the file is about to go out for the first time. */
    void fileLine(Line line) {
        modes.follow(line.text());
        if (line.kind() == CommandKind.PAUSE) {
            pauses.begin(Actor.FILE, line.text());
            byScript = false;
        }
    }

    /** A line went out. */
    void sent(SentWindow.Sent sent, boolean again) {
        CommandKind kind = sent.line().kind();
        if (kind == CommandKind.PAUSE) {
            if (again && !pauses.reported()) {
                // It was not taken after all: what seemed to be its answer was not.
                pauses.begin(Actor.FILE, sent.line().text());
            }
            pauseNumber = sent.number();
        } else if (kind == CommandKind.RESUME) {
            resumeNumber = sent.number();
        }
    }

    /** A line was taken. */
    void taken(Line line, long nanos) {
        boolean scriptOver = upcoming.endsScript(line);
        if (line.kind() == CommandKind.PAUSE && line.fromFile() || scriptOver) {
            pauses.pauseTaken(nanos);
        }
        if (scriptOver) {
            pauses.resumeTaken(nanos);
        }
    }

    /** The firmware does not know this command: if it is the pause that is unanswered, there is none. */
    void unknown(String command) {
        SentWindow.Sent head = protocol.ledger().head();
        if (head != null && head.line().kind() == CommandKind.PAUSE
                && command.contains(GcodeWord.command(head.line().text()))) {
            pauses.refuse();
        }
    }

    /** What has taken effect must not take effect again when the printer rewinds: an M105 goes out for it. */
    void neutralise() {
        if (pauses.reported() && !panic.recovered()) {
            protocol.ledger().replace(pauses.paused() ? pauseNumber : resumeNumber, Line.HARMLESS);
        }
    }

    /**
     * Nothing goes out: the resume was taken, and until its effect is reported the printer may go back behind it. The resume
     * itself may go out again.
     */
    boolean holdsAll() {
        return pauses.awaitsResumed() && !protocol.lostPlace() && protocol.ledger().next() != resumeNumber;
    }

    void tick(long nanos) {
        pauses.tick(nanos);
        if (pauses.takeDoubt()) {
            confirm(nanos);
        }
        boolean forgotten = panic.recovered() && pauses.resuming() && pauses.deadline() == Long.MAX_VALUE
                && !upcoming.ownLeft() && protocol.ledger().head() == null;
        if (forgotten) {
            panic.resume();
        }
        if (pauses.takeResumeWish()) {
            resume(Actor.USER, nanos);
        }
    }

    /** The effect of what was taken is not reported: was it taken at all? The printer's number tells. */
    private void confirm(long nanos) {
        if (panic.recovered()) {
            panic.resume();
        } else {
            protocol.askWhereItStands(nanos);
        }
    }
}
