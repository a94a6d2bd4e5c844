package org.printwire.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.printwire.event.Event;
import org.printwire.gcode.GcodeLine;
import org.printwire.job.JobTracker;
import org.printwire.marlin.LineAssembler;
import org.printwire.marlin.Reply;
import org.printwire.marlin.ReplyParser;
import org.printwire.serial.PortLostException;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.Streamer;

/** A print on the simulated printer, on virtual time, that a {@link JobTracker} follows: all its events, at their times. */
public final class WatchedPrint {

    private static final Duration BOOT = Duration.ofSeconds(20);

    private final VirtualTime time;
    private final VirtualPort port;
    private final Consumer<Event> events;
    private final LineAssembler assembler = new LineAssembler();
    private final byte[] buffer = new byte[1 << 16];
    private Step machine;
    private JobTracker tracker;
    private Action.Ready ready;
    private Outcome outcome;

    private interface Step {
        List<Action> on(Input input, long nanos);
    }

    /** Somebody comes and lets a print that stands go on. */
    private static final Duration PERSON = Duration.ofMinutes(5);

    /** @param events hears each when it happens */
    public WatchedPrint(VirtualTime time, SimulatedPrinterOptions options, Consumer<Event> events) {
        this.time = time;
        this.port = new VirtualPort(time, options);
        this.events = events;
    }

    /** Prints these lines to the end. The tracker is made when the printer is awake. */
    public Outcome print(List<GcodeLine> lines, StreamSettings settings, LongFunction<JobTracker> begin)
            throws PortLostException {
        Connector connector = new Connector(BOOT);
        connector.opened(time.nanos());
        machine = connector::on;
        while (ready == null && outcome == null) {
            step(connector.deadline());
        }
        Streamer streamer = new Streamer(settings, ready.temperaturesInOk());
        machine = streamer::on;
        tracker = begin.apply(time.nanos());
        perform(streamer.on(new Input.Feed(lines, true), time.nanos()));
        perform(streamer.on(new Input.StartJob(Map.of()), time.nanos()));
        while (outcome == null) {
            step(streamer.deadline());
        }
        return outcome;
    }

    private void step(long deadline) throws PortLostException {
        int count = port.read(buffer);
        assembler.add(buffer, count, line -> {
            Reply reply = ReplyParser.parse(line);
            if (tracker != null) {
                tracker.heard(reply).forEach(events);
            }
            perform(machine.on(new Input.Received(reply, line), time.nanos()));
        });
        if (time.nanos() >= deadline && outcome == null) {
            perform(machine.on(new Input.Tick(), time.nanos()));
        }
    }

    private void perform(List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof Action.Send send) {
                write(send.bytes());
            } else if (action instanceof Action.Publish publish) {
                hear(publish.event());
            } else if (action instanceof Action.Taken taken) {
                tracker.taken(taken.line(), time.nanos()).forEach(events);
            } else if (action instanceof Action.Ready known) {
                ready = known;
            } else if (action instanceof Action.Ended ended) {
                outcome = ended.outcome();
            }
        }
    }

    private void hear(Event event) {
        events.accept(event);
        if (event instanceof Event.PrintPaused) {
            time.after(PERSON, () -> perform(machine.on(new Input.Resume(), time.nanos())));
        }
    }

    private void write(byte[] bytes) {
        try {
            port.write(bytes, 0, bytes.length);
        } catch (PortLostException e) {
            throw new AssertionError(e);
        }
    }
}
