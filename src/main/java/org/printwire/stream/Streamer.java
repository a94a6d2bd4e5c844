package org.printwire.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.gcode.FileMessage;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.ReadableText;
import org.printwire.marlin.ErrorJoiner;
import org.printwire.marlin.Reply;

/**
 * Prints one job: takes the lines of a file and what the printer says, and decides what is sent next.
 *
 * <p>Guaranteed, whatever the wire does: each line of the file is executed once and in order, or the job ends with a
 * failure that says why. Line number N is the command's place in the job, the host's own commands included.
 *
 * <p>Not guaranteed: that a firmware which executes lines without numbers (none is sent while a job runs, but for M79
 * during a pause) is safe from noise.
 *
 * <p>Pure: no thread, clock, port or file. Used by one thread. Times are monotonic nanoseconds.
 */
public final class Streamer {

    private final StreamSettings settings;
    private final LineProtocol protocol;
    private final Pauses pauses;
    private final Dialogue dialogue;
    private final Dialogue.Wishes wishes = new Wishes();
    private final ErrorJoiner errors = new ErrorJoiner();
    private final Chores chores;
    private final Upcoming upcoming = new Upcoming();
    private final JobPause jobPause;
    private final FileMessages messages = new FileMessages();
    private final List<Action> actions = new ArrayList<>();
    private final JobCourse course;
    /** The firmware has stopped: nothing more is sent, while the rest of its reasons come in. */
    private boolean halted;
    private long takenNumber;

    /** @param temperaturesInOk as {@link Action.Ready} told it */
    public Streamer(StreamSettings settings, boolean temperaturesInOk) {
        this.settings = settings;
        this.protocol = new LineProtocol(settings.window(), new Stall(settings.answerLimit(), !settings.pollTemperatures()));
        this.pauses = new Pauses(settings.pausesItself());
        this.dialogue = new Dialogue(pauses);
        this.jobPause = new JobPause(settings, protocol, upcoming, pauses);
        this.course = new JobCourse(settings, protocol, upcoming, actions);
        this.chores = new Chores(settings, protocol, pauses);
        if (temperaturesInOk) {
            protocol.temperaturesComeInOk();
        }
    }

    /** A refusal of a line, after which the firmware asks for it again; every other fault is about the machine. */
    static boolean isRefusal(Reply.Fault fault) {
        return fault.kind() == Reply.Fault.Kind.CHECKSUM || fault.kind() == Reply.Fault.Kind.LINE_NUMBER;
    }

    /** Takes one input and returns what is to be done, in this order. After {@link Action.Ended} nothing comes. */
    public List<Action> on(Input input, long nanos) {
        if (course.ended()) {
            return List.of();
        }
        if (input instanceof Input.Received received) {
            received(received.reply(), nanos);
        } else if (input instanceof Input.Feed feed) {
            upcoming.feed(feed.lines(), feed.last());
        } else if (!(input instanceof Input.Tick)) {
            request(input, nanos);
        }
        proceed(nanos);
        List<Action> result = List.copyOf(actions);
        actions.clear();
        return result;
    }

    /** Until when {@link Input.Tick} must come; {@link Long#MAX_VALUE}: never. */
    public long deadline() {
        long next = Math.min(protocol.deadline(), errors.deadlineNanos().orElse(Long.MAX_VALUE));
        next = Math.min(next, Math.min(pauses.deadline(), dialogue.waits().deadline()));
        return Math.min(next, chores.deadline());
    }

    /** Lines of the file that are here and not yet sent: feed more when few are left. */
    public int buffered() {
        return upcoming.buffered();
    }

    /** How often the printer has asked for a line again. */
    public long resends() {
        return protocol.resends();
    }

    private void request(Input input, long nanos) {
        if (input instanceof Input.StartJob start && course.start()) {
            dialogue.waits().colors(start.colors());
        } else if (input instanceof Input.Pause && course.printing()) {
            jobPause.begin(Actor.USER, null);
        } else if (input instanceof Input.Resume && course.printing()) {
            jobPause.resume(Actor.USER, nanos);
        } else if (input instanceof Input.Cancel) {
            course.stop(new Outcome.Cancelled(Actor.USER));
        } else if (input instanceof Input.EmergencyStop) {
            course.emergencyStop(new Outcome.Cancelled(Actor.USER));
        } else if (input instanceof Input.FileFailed failed) {
            course.stop(new Outcome.Failed(FailReason.FILE_UNREADABLE, failed.detail()));
        }
    }

    private void received(Reply reply, long nanos) {
        protocol.heard();
        errors.on(reply, nanos).ifPresent(course::broken);
        if (reply instanceof Reply.Ok ok) {
            protocol.ok(ok, nanos).forEach(sent -> taken(sent, nanos));
        } else if (reply instanceof Reply.Resend resend) {
            protocol.resend(resend, nanos);
        } else if (reply instanceof Reply.Fault fault) {
            if (isRefusal(fault)) {
                protocol.refused(fault, nanos);
            } else if (fault.kind() == Reply.Fault.Kind.UNRECOGNISED) {
                protocol.hint(fault.kind());
            } else {
                halted |= fault.kind() != Reply.Fault.Kind.CARD;
            }
        } else if (reply instanceof Reply.ReceiveLoss || reply instanceof Reply.Wait) {
            protocol.lost();
        } else if (reply instanceof Reply.Start) {
            actions.add(new Action.Publish(new Event.PrinterReset(true)));
            course.end(new Outcome.Failed(FailReason.PRINTER_RESET,
                    "the printer has restarted in the middle of the print; heaters are off and the position is lost"));
        } else if (reply instanceof Reply.UnknownCommand unknown) {
            jobPause.unknown(unknown.command());
            chores.unknownCommand();
        } else {
            if (reply instanceof Reply.Busy) {
                protocol.busy(nanos);
                pauses.busy(nanos);
            }
            dialogue.hear(reply, wishes, nanos);
            jobPause.neutralise();
        }
    }

    /** What the printer asks of the host. */
    private final class Wishes implements Dialogue.Wishes {
        @Override
        public void pause(Actor by) {
            if (course.printing()) {
                jobPause.begin(by, null);
            }
        }

        @Override
        public void resume(Actor by, long nanos) {
            if (course.printing()) {
                jobPause.resume(by, nanos);
            }
        }

        @Override
        public void cancel(Actor by) {
            // After a heater fault the firmware says cancel first and halted after: then it is no wish (MK3 3.14).
            if (!halted) {
                course.stop(new Outcome.Cancelled(by));
            }
        }
    }

    private void taken(SentWindow.Sent sent, long nanos) {
        Line line = sent.line();
        if (sent.number() > takenNumber) {
            takenNumber = sent.number();
            if (line.fromFile()) {
                actions.add(new Action.Taken(line.source()));
            }
            tell(messages.taken(takenNumber));
        }
        dialogue.waits().taken(line, nanos);
        jobPause.taken(line, nanos);
    }

    private void tell(List<Event> events) {
        events.forEach(event -> actions.add(new Action.Publish(event)));
    }

    private void proceed(long nanos) {
        protocol.tick(nanos).forEach(sent -> taken(sent, nanos));
        jobPause.tick(nanos);
        dialogue.waits().tick(nanos);
        errors.due(nanos).ifPresent(course::broken);
        tell(dialogue.events());
        protocol.failure().ifPresent(course::giveUp);
        if (halted || !course.active()) {
            return;
        }
        chores.temperatures(nanos).ifPresent(actions::add);
        do {
            send(nanos);
        } while (course.advance(pauses.holding()));
        chores.keepAlive(nanos).ifPresent(actions::add);
    }

    private void send(long nanos) {
        Optional<Action.Send> send = protocol.poll(nanos, this::fresh);
        while (send.isPresent()) {
            actions.add(send.get());
            if (send.get().frame() != Probe.FRAME) {
                jobPause.sent(protocol.ledger().last(), send.get().again());
            }
            if (!send.get().again()) {
                dialogue.waits().sent(protocol.ledger().last().line(), nanos);
            }
            send = protocol.poll(nanos, this::fresh);
        }
    }

    /** The next new line; null: none may go out now. */
    private Line fresh() {
        while (true) {
            Line own = upcoming.own();
            if (own != null || !course.printing() || pauses.holding() || upcoming.buffered() == 0) {
                return own;
            }
            GcodeLine next = upcoming.fromFile();
            if (!next.hostCommand()) {
                Line line = FileLine.prepare(next, protocol.ledger().history().next(), settings.maxLineBytes());
                jobPause.fileLine(line);
                return line;
            }
            hostCommand(next);
        }
    }

    private void hostCommand(GcodeLine line) {
        String words = line.text().substring(1);
        String word = words.split("[ \t]", 2)[0];
        if (FileMessage.meant(words)) {
            tell(messages.reached(line, words, protocol.ledger().history().next() - 1, takenNumber));
        } else if (word.equalsIgnoreCase("pause")) {
            jobPause.begin(Actor.FILE, ReadableText.of(line.text()));
        } else if (word.equalsIgnoreCase("cancel") || word.equalsIgnoreCase("abort")) {
            course.stop(new Outcome.Cancelled(Actor.FILE));
        }
    }
}
