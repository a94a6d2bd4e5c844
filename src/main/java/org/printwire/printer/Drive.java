package org.printwire.printer;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.printwire.event.Event;
import org.printwire.job.JobTracker;
import org.printwire.marlin.Reply;
import org.printwire.marlin.ReplyParser;
import org.printwire.serial.PortLostException;
import org.printwire.stream.Action;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.time.Time;

/**
 * Steps one state machine of {@code stream} after another: reads, asks the machine what to do, does it. On the printer
 * thread.
 */
final class Drive {

    private final Link link;
    private final Time time;
    private final Consumer<Event> publish;
    private final Mailbox requests;
    private Keeper keeper = Keeper.NONE;
    private Step machine;
    private LongSupplier deadline;
    /** Null while no job runs. */
    private JobTracker tracker;
    /** What the printer reports is an event: not before somebody can have heard of a connection. */
    private boolean reporting;
    private Action.Ready ready;
    private Outcome outcome;
    private PortLostException lost;

    /** A state machine takes an input and says what is to be done. */
    @FunctionalInterface
    interface Step {
        List<Action> on(Input input, long nanos);
    }

    Drive(Link link, Time time, Consumer<Event> publish, Mailbox requests) {
        this.link = link;
        this.time = time;
        this.publish = publish;
        this.requests = requests;
    }

    /** Hears what must outlive the host, from now on. */
    void keeps(Keeper listener) {
        keeper = listener;
    }

    /** Takes up another machine. */
    void begin(Step step, LongSupplier due) {
        machine = step;
        deadline = due;
        ready = null;
        outcome = null;
        lost = null;
    }

    /** From now on what the printer says is told; {@code job} follows its lines, null: there is none. */
    void reports(JobTracker job) {
        tracker = job;
        reporting = true;
    }

    /** The printer as it was found; null: not yet. */
    Action.Ready ready() {
        return ready;
    }

    /** How it ended; null: not yet. */
    Outcome outcome() {
        return outcome;
    }

    void end(Outcome how) {
        outcome = how;
    }

    /** @param heeds the machine takes wishes of the user; else only their end of it counts */
    void step(boolean heeds) throws PortLostException {
        link.read(this::received);
        check();
        Input request = requests.poll();
        while (request != null && outcome == null) {
            if (heeds) {
                tell(request);
            } else if (request instanceof Input.Cancel || request instanceof Input.EmergencyStop) {
                outcome = new Outcome.Cancelled(Event.Actor.USER);
            }
            request = requests.poll();
        }
        if (outcome == null && time.nanos() >= deadline.getAsLong()) {
            tell(new Input.Tick());
        }
    }

    /** Hands the machine an input and does what it says. */
    void tell(Input input) throws PortLostException {
        long nanos = time.nanos();
        link.told(input, nanos);
        perform(machine.on(input, nanos));
        check();
    }

    private void check() throws PortLostException {
        PortLostException loss = lost;
        if (loss != null) {
            lost = null;
            throw loss;
        }
    }

    private void received(String line, long nanos) {
        Reply reply = ReplyParser.parse(line);
        perform(machine.on(new Input.Received(reply, line), nanos));
        if (reporting) {
            Reports.events(reply).forEach(publish);
        }
        if (tracker != null) {
            tracker.heard(reply).forEach(publish);
        }
    }

    /** A port that is gone changes nothing about what the printer has done before. */
    private void perform(List<Action> actions) {
        try {
            link.write(actions);
        } catch (PortLostException e) {
            lost = e;
        }
        for (Action action : actions) {
            if (action instanceof Action.Publish event) {
                publish(event.event());
            } else if (action instanceof Action.Taken taken) {
                long nanos = time.nanos();
                tracker.taken(taken.line(), nanos).forEach(publish);
                keeper.taken(taken.number(), taken.line(), tracker, nanos);
            } else if (action instanceof Action.Parked) {
                tracker.layerOver().forEach(publish);
            } else if (action instanceof Action.Keep keep) {
                keeper.keep(keep.insertion());
            } else if (action instanceof Action.Stopping stopping) {
                keeper.ending(stopping.outcome());
            } else if (action instanceof Action.Ready known) {
                ready = known;
            } else if (action instanceof Action.Ended ended) {
                outcome = ended.outcome();
            }
        }
    }

    private void publish(Event event) {
        if (event instanceof Event.PrintPaused || event instanceof Event.PrintResumed) {
            keeper.stands(event instanceof Event.PrintPaused);
        }
        publish.accept(event);
    }
}
