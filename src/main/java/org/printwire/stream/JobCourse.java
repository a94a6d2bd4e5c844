package org.printwire.stream;

import java.util.List;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;
import org.printwire.marlin.FirmwareError;
import org.printwire.marlin.Frame;

/** Where the job stands between its start and its end, and how each of its ends is brought about. */
final class JobCourse {

    private enum Phase { WAITING, PRINTING, FINISHING, CANCELLING, ENDED }

    private final StreamSettings settings;
    private final LineProtocol protocol;
    private final Upcoming upcoming;
    private final List<Action> actions;
    private Phase phase = Phase.WAITING;
    private boolean starting;
    private Outcome whenCancelled;
    private List<String> last = List.of();

    /** @param actions what is to be done is added here */
    JobCourse(StreamSettings settings, LineProtocol protocol, Upcoming upcoming, List<Action> actions) {
        this.settings = settings;
        this.protocol = protocol;
        this.upcoming = upcoming;
        this.actions = actions;
    }

    /** The job begins. False if it has begun before. */
    boolean start(Opening opening) {
        boolean first = phase == Phase.WAITING;
        if (first) {
            phase = Phase.PRINTING;
            starting = true;
            protocol.restart();
            opening.first().forEach(command -> upcoming.add(Line.own(command)));
            last = opening.last();
        }
        return first;
    }

    /** A job goes on that another host has begun. False if a job has begun here before. */
    boolean rejoin(List<String> commandsAtTheEnd) {
        boolean first = phase == Phase.WAITING;
        if (first) {
            phase = Phase.PRINTING;
            last = commandsAtTheEnd;
        }
        return first;
    }

    /** The first line of the file goes out. */
    void fileBegins() {
        if (starting) {
            starting = false;
            tell(Event.Phase.PRINTING);
        }
    }

    private void tell(Event.Phase begun) {
        actions.add(new Action.Publish(new Event.PhaseChanged(begun)));
    }

    /** Lines of the file are sent. */
    boolean printing() {
        return phase == Phase.PRINTING;
    }

    /** Lines of the file are sent, or the last of them are being executed: it can be let go on where it stands still. */
    boolean resumable() {
        return phase == Phase.PRINTING || phase == Phase.FINISHING;
    }

    /** Between start and end. */
    boolean active() {
        return phase != Phase.WAITING && phase != Phase.ENDED;
    }

    boolean ended() {
        return phase == Phase.ENDED;
    }

    /** Stops feeding, switches off what is hot, and ends like this. */
    void stop(Outcome outcome) {
        if (phase == Phase.WAITING) {
            end(outcome);
        } else if (phase == Phase.PRINTING || phase == Phase.FINISHING) {
            phase = Phase.CANCELLING;
            whenCancelled = outcome;
            actions.add(new Action.Stopping(outcome));
            tell(Event.Phase.CANCELLING);
            upcoming.clear();
            upcoming.script(settings.cancel(), Insertion.Purpose.OTHER);
            last.forEach(command -> upcoming.add(Line.own(command)));
            endWait(protocol.ledger().head());
        }
    }

    /** M112, at once. */
    void emergencyStop(Outcome outcome) {
        write("M112", true);
        end(outcome);
    }

    /**
     * Goes to the next phase when all is sent and taken; true if that gives something to send.
     *
     * @param held the job stands still on purpose
     */
    boolean advance(boolean held) {
        if (!protocol.settled() || upcoming.ownLeft() || held && phase != Phase.CANCELLING) {
            return false;
        }
        if (phase == Phase.PRINTING && !upcoming.fileLeft()) {
            phase = Phase.FINISHING;
            tell(Event.Phase.FINISHING);
            // M400 is answered when all moves are done. M105 proves it: its answer cannot be mistaken for another.
            upcoming.add(Line.own("M400"));
            last.forEach(command -> upcoming.add(Line.own(command)));
            upcoming.add(Line.own("M105"));
            return true;
        }
        if (phase == Phase.FINISHING) {
            end(new Outcome.Done());
        } else if (phase == Phase.CANCELLING) {
            end(whenCancelled);
        }
        return false;
    }

    /** The printer takes no lines: it may still take these, and a hot nozzle is worth a try. */
    void giveUp(Outcome.Failed failure) {
        if (failure.reason() != FailReason.PRINTER_RESET) {
            write("M104 S0", true);
            write("M140 S0", true);
        }
        end(failure);
    }

    /** The board has booted: the job is lost. */
    void reset() {
        actions.add(new Action.Publish(new Event.PrinterReset(true)));
        end(new Outcome.Failed(FailReason.PRINTER_RESET,
                "the printer has restarted in the middle of the print; heaters are off and the position is lost"));
    }

    /** The firmware reports an error; a fatal one ends the job. */
    void broken(FirmwareError error) {
        actions.add(new Action.Publish(new Event.PrinterError(error.text(), error.fatal(), error.cause().orElse(null))));
        if (error.fatal()) {
            end(new Outcome.Failed(FailReason.PRINTER_ERROR, error.text()));
        }
    }

    void end(Outcome outcome) {
        if (phase != Phase.ENDED) {
            phase = Phase.ENDED;
            actions.add(new Action.Ended(outcome));
        }
    }

    /** The command that runs now has to end before anything else can be done about the printer. */
    private void endWait(SentWindow.Sent head) {
        if (head == null || head.line().kind().quick()) {
            return;
        }
        if (settings.emergencyParser()) {
            // M108 ends a wait for heat or for the user at once; it jumps the queue (Marlin 2.1, recorded).
            write("M108", false);
        } else {
            actions.add(new Action.Publish(new Event.Notice(Event.NoticeSource.WARNING, "the printer is busy with "
                    + head.line().text() + " and can be stopped only when that is over"
                    + (head.line().kind().waitsForUser() ? ": press its knob" : ""))));
        }
    }

    /** Writes a command past all others, without a number. */
    private void write(String command, boolean flush) {
        Frame frame = Frame.bare(command);
        actions.add(new Action.Send(frame, settings.code().encode(frame, flush), flush, false));
    }
}
