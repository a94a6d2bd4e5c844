package org.printwire.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
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
    private final Dialogue.Wishes wishes;
    private final ErrorJoiner errors = new ErrorJoiner();
    private final Chores chores;
    private final Upcoming upcoming = new Upcoming();
    private final JobPause jobPause;
    private final List<Action> actions = new ArrayList<>();
    private final JobCourse course;
    private final Keeping keeping;
    private final Reunion reunion;
    private final NextLine next;
    private final PowerPanic panic;
    private final Absence absence;
    /** The firmware has stopped: nothing more is sent, while the rest of its reasons come in. */
    private boolean halted;
    private long takenNumber;

    /** @param temperaturesInOk as {@link Action.Ready} told it */
    public Streamer(StreamSettings settings, boolean temperaturesInOk) {
        this.settings = settings;
        this.protocol = new LineProtocol(settings.window(), new Stall(settings.answerLimit(), !settings.pollTemperatures()),
                settings.code());
        this.pauses = new Pauses(settings.pausesItself());
        this.dialogue = new Dialogue(pauses);
        this.panic = new PowerPanic(protocol, pauses, upcoming, settings.keepAlive());
        this.jobPause = new JobPause(settings, protocol, upcoming, pauses, panic);
        this.course = new JobCourse(settings, protocol, upcoming, actions);
        this.chores = new Chores(settings, protocol, pauses);
        this.keeping = new Keeping(settings.keeps(), actions);
        this.reunion = new Reunion(settings, upcoming, pauses, actions);
        this.next = new NextLine(settings, protocol, upcoming, keeping, pauses, jobPause, course, reunion, actions);
        this.absence = new Absence(protocol, pauses, panic, actions);
        this.wishes = new JobWishes(course, jobPause, () -> halted);
        if (temperaturesInOk) {
            protocol.answers().temperaturesComeInOk();
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
            next.feed(feed.lines(), feed.last());
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
        if (absence.away()) {
            return Long.MAX_VALUE;
        }
        long broken = errors.deadlineNanos().orElse(Long.MAX_VALUE);
        if (halted || panic.out()) {
            return Math.min(broken, panic.out() ? panic.deadline() : Long.MAX_VALUE);
        }
        long due = Math.min(Math.min(protocol.deadline(), broken), Math.min(pauses.deadline(), dialogue.waits().deadline()));
        return Math.min(due, Math.min(chores.deadline(), keeping.deadline()));
    }

    /** Lines of the file that are here and not yet sent: feed more when few are left. */
    public int buffered() {
        return upcoming.buffered();
    }

    /** How often the printer has asked for a line again. */
    public long resends() {
        return protocol.share().all();
    }

    private void request(Input input, long nanos) {
        if (input instanceof Input.StartJob start && course.start(start.opening())) {
            jobPause.begun(start.opening().modes());
            next.begins(start.opening().modes());
            dialogue.waits().colors(start.colors());
        } else if (input instanceof Input.Rejoin job && course.rejoin(job.last())) {
            rejoin(job);
        } else if (input instanceof Input.Kept done) {
            keeping.kept(done.number());
        } else if (input instanceof Input.Pause && course.printing()) {
            jobPause.begin(Actor.USER, null);
        } else if (input instanceof Input.Resume && course.resumable()) {
            jobPause.resume(Actor.USER, nanos);
        } else if (input instanceof Input.Cancel) {
            course.stop(new Outcome.Cancelled(Actor.USER));
        } else if (input instanceof Input.EmergencyStop) {
            course.emergencyStop(new Outcome.Cancelled(Actor.USER));
        } else if (input instanceof Input.FileFailed failed) {
            course.stop(new Outcome.Failed(FailReason.FILE_UNREADABLE, failed.detail()));
        }
        absence.hear(input, course, nanos);
    }

    private void rejoin(Input.Rejoin job) {
        Retrace retrace = job.retrace();
        takenNumber = retrace.taken();
        protocol.rejoin(retrace);
        keeping.keptBefore(retrace.end());
        next.taken(retrace.taken());
        next.begins(retrace.modes());
        dialogue.waits().colors(job.colors());
        dialogue.waits().before(retrace.colorChanges());
        jobPause.rejoin(retrace, job.paused());
        reunion.begin(job);
    }

    private void received(Reply reply, long nanos) {
        protocol.heard();
        reunion.hear(reply);
        if (panic.hear(reply, wishes, nanos)) {
            return;
        }
        errors.on(reply, nanos).ifPresent(course::broken);
        if (reply instanceof Reply.Ok ok) {
            protocol.ok(ok, nanos).forEach(sent -> taken(sent, nanos));
        } else if (reply instanceof Reply.Resend resend) {
            protocol.request().asked(resend, nanos);
        } else if (reply instanceof Reply.Fault fault) {
            if (isRefusal(fault)) {
                protocol.request().refused(fault, nanos);
            } else if (fault.kind() == Reply.Fault.Kind.UNRECOGNISED) {
                protocol.request().hint(fault.kind());
            } else {
                halted |= fault.kind() != Reply.Fault.Kind.CARD;
            }
        } else if (reply instanceof Reply.ReceiveLoss || reply instanceof Reply.Wait
                || reply instanceof Reply.Packing unpacker && !unpacker.on() && settings.packs()) {
            protocol.lost();
        } else if (reply instanceof Reply.Start) {
            course.reset();
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
            panic.settle();
        }
    }

    private void taken(SentWindow.Sent sent, long nanos) {
        Line line = sent.line();
        if (sent.number() > takenNumber) {
            takenNumber = sent.number();
            if (line.fromFile()) {
                actions.add(new Action.Taken(line.source(), takenNumber));
            }
            next.taken(takenNumber, line);
        }
        reunion.taken(line);
        dialogue.waits().taken(line, nanos);
        jobPause.taken(line, nanos);
    }

    private void tell(List<Event> events) {
        events.forEach(event -> actions.add(new Action.Publish(event)));
    }

    private void proceed(long nanos) {
        tell(panic.events());
        if (absence.away() || panic.out()) {
            panic.ask(course, actions, settings, nanos);
            return;
        }
        protocol.tick(nanos).forEach(sent -> taken(sent, nanos));
        jobPause.tick(nanos);
        dialogue.waits().tick(nanos);
        errors.due(nanos).ifPresent(course::broken);
        tell(dialogue.events());
        tell(protocol.share().events());
        keeping.tick(nanos);
        reunion.failure().ifPresent(course::end);
        protocol.failure().ifPresent(course::giveUp);
        absence.tellIfOver(course);
        if (halted || !course.active()) {
            return;
        }
        chores.temperatures(nanos).ifPresent(actions::add);
        do {
            send(nanos);
        } while (course.advance(next.held()));
        tell(dialogue.events());
        if (course.active()) {
            chores.keepAlive(nanos).ifPresent(actions::add);
        }
    }

    private void send(long nanos) {
        if (jobPause.holdsAll()) {
            return;
        }
        LineSource fresh = chores.wantQuiet(nanos) ? LineSource.NONE : next.at(nanos);
        Optional<Action.Send> send = protocol.poll(nanos, fresh);
        while (send.isPresent()) {
            actions.add(send.get());
            if (send.get().frame() != Probe.FRAME) {
                jobPause.sent(protocol.ledger().last(), send.get().again());
            }
            if (!send.get().again()) {
                dialogue.waits().sent(protocol.ledger().last().line(), nanos);
            }
            send = protocol.poll(nanos, fresh);
        }
    }
}
