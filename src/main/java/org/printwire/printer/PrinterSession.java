package org.printwire.printer;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;
import org.printwire.job.JobTracker;
import org.printwire.marlin.LineAssembler;
import org.printwire.marlin.Reply;
import org.printwire.marlin.ReplyParser;
import org.printwire.serial.PortLostException;
import org.printwire.serial.SerialPort;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;
import org.printwire.stream.CoolingEnd;
import org.printwire.stream.CoolingWatch;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.stream.Streamer;
import org.printwire.time.Time;

/**
 * The thin shell around the state machines of {@code stream}: one thread reads the port, asks the machine what to do, and
 * writes. The answer of the printer leads to the next line in the same wake-up; no other thread ever touches the port.
 *
 * <p>{@link #connect}, {@link #print} and {@link #cool} run on the {@code printer} thread, one after the other. {@link #request} may
 * come from any thread; it is heeded within a tenth of a second.
 */
public final class PrinterSession {

    private static final byte[] LINE_END = {'\n'};
    private static final int LOW_WATER = 256;

    private final SerialPort port;
    private final Time time;
    private final Traffic traffic;
    private final Consumer<Event> publish;
    private final LineAssembler assembler = new LineAssembler();
    private final byte[] buffer = new byte[4096];
    private final Queue<Input> requests = new ConcurrentLinkedQueue<>();

    private Machine machine;
    /** Null while no job runs. */
    private JobTracker tracker;
    /** What the printer reports is an event: not before somebody can have heard of a connection. */
    private boolean reporting;
    private Action.Ready ready;
    private Outcome outcome;
    private PortLostException lost;

    /** A state machine of {@code stream}: the connector first, then the streamer, then the watch. */
    private record Machine(Step step, LongSupplier deadline) { }

    @FunctionalInterface
    private interface Step {
        List<Action> on(Input input, long nanos);
    }

    public PrinterSession(SerialPort port, Time time, Traffic traffic, Consumer<Event> publish) {
        this.port = port;
        this.time = time;
        this.traffic = traffic;
        this.publish = publish;
    }

    /** Something the user wants of the running job, or a command of the host. While it connects only an end counts. */
    public void request(Input input) {
        requests.add(input);
    }

    /**
     * Waits for the printer to be awake and learns who it is.
     *
     * @throws PrinterException it does not answer, it was lost, or the user gave up
     */
    public Action.Ready connect(Connector connector) throws PrinterException {
        ready = null;
        outcome = null;
        connector.opened(time.nanos());
        machine = new Machine(connector::on, connector::deadline);
        try {
            while (ready == null && outcome == null) {
                step(false);
            }
        } catch (PortLostException e) {
            throw new PrinterException(FailReason.CONNECTION_LOST, e.getMessage());
        }
        if (outcome instanceof Outcome.Failed failed) {
            throw new PrinterException(failed.reason(), failed.detail());
        }
        if (outcome != null) {
            throw PrinterException.byUser();
        }
        return ready;
    }

    /** Runs a job to its end, whatever the end is. */
    public Outcome print(Streamer streamer, FileFeed feed, JobTracker jobTracker, Input.StartJob start) {
        outcome = null;
        tracker = jobTracker;
        reporting = true;
        machine = new Machine(streamer::on, streamer::deadline);
        try {
            boolean more = feed(streamer, feed, true);
            tell(start);
            while (outcome == null) {
                if (more && streamer.buffered() < LOW_WATER) {
                    more = feed(streamer, feed, false);
                }
                step(true);
            }
        } catch (PortLostException e) {
            outcome = new Outcome.Failed(FailReason.CONNECTION_LOST, e.getMessage());
        }
        tracker = null;
        return outcome;
    }

    /**
     * After a job: stays with the printer while it cools down, and publishes the temperatures that it reports.
     *
     * @param enough asked at least ten times a second
     */
    public CoolingEnd cool(CoolingWatch watch, BooleanSupplier enough) {
        outcome = null;
        watch.begun(time.nanos());
        machine = new Machine(watch::on, watch::deadline);
        try {
            while (watch.end().isEmpty()) {
                if (enough.getAsBoolean()) {
                    watch.cooled();
                } else {
                    step(true);
                }
            }
        } catch (PortLostException e) {
            watch.lost(e.getMessage());
        }
        return watch.end().orElseThrow();
    }

    /** Gives the next lines to the streamer; false when the last ones were given. */
    private boolean feed(Streamer streamer, FileFeed feed, boolean first) throws PortLostException {
        Input lines = feed.next(streamer.buffered() == 0 ? 50 : 0);
        while (first && lines == null) {
            lines = feed.next(1000);
        }
        if (lines == null) {
            return true;
        }
        tell(lines);
        return lines instanceof Input.Feed batch && !batch.last();
    }

    /** @param heeds the machine takes wishes of the user; else only their end of it counts */
    private void step(boolean heeds) throws PortLostException {
        int count = port.read(buffer);
        if (count > 0) {
            assembler.add(buffer, count, this::received);
            if (lost != null) {
                throw lost;
            }
        }
        Input request = requests.poll();
        while (request != null && outcome == null) {
            if (heeds) {
                tell(request);
            } else if (request instanceof Input.Cancel || request instanceof Input.EmergencyStop) {
                outcome = new Outcome.Cancelled(Event.Actor.USER);
            }
            request = requests.poll();
        }
        if (outcome == null && time.nanos() >= machine.deadline().getAsLong()) {
            tell(new Input.Tick());
        }
    }

    private void received(String line) {
        long nanos = time.nanos();
        traffic.received(line, nanos);
        Reply reply = ReplyParser.parse(line);
        try {
            perform(machine.step().on(new Input.Received(reply, line), nanos));
        } catch (PortLostException e) {
            lost = e;
        }
        if (reporting) {
            Reports.events(reply).forEach(publish);
        }
        if (tracker != null) {
            tracker.heard(reply).forEach(publish);
        }
    }

    private void tell(Input input) throws PortLostException {
        perform(machine.step().on(input, time.nanos()));
    }

    private void perform(List<Action> actions) throws PortLostException {
        for (Action action : actions) {
            if (action instanceof Action.Send send) {
                if (send.flush()) {
                    port.write(LINE_END, 0, 1);
                }
                port.write(send.bytes(), 0, send.bytes().length);
                traffic.sent(send.frame().toString(), time.nanos());
            }
        }
        for (Action action : actions) {
            if (action instanceof Action.Publish event) {
                publish.accept(event.event());
            } else if (action instanceof Action.Taken taken) {
                tracker.taken(taken.line(), time.nanos()).forEach(publish);
            } else if (action instanceof Action.Ready known) {
                ready = known;
            } else if (action instanceof Action.Ended ended) {
                outcome = ended.outcome();
            }
        }
    }
}
