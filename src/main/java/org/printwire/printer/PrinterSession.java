package org.printwire.printer;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;
import org.printwire.job.JobTracker;
import org.printwire.recording.Wire;
import org.printwire.serial.PortLostException;
import org.printwire.serial.SerialPort;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;
import org.printwire.stream.CoolingEnd;
import org.printwire.stream.CoolingWatch;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.stream.PackingTalk;
import org.printwire.stream.Streamer;
import org.printwire.stream.Whereabouts;
import org.printwire.time.Time;

/**
 * The thin shell around the state machines of {@code stream}: one thread reads the port, asks the machine what to do, and
 * writes. The answer of the printer leads to the next line in the same wake-up; no other thread ever touches the port.
 *
 * <p>{@link #connect}, {@link #locate}, {@link #print} and {@link #cool} run on the {@code printer} thread, one after the
 * other. {@link #request} may come from any thread; it is heeded within a tenth of a second.
 */
public final class PrinterSession {

    private static final int LOW_WATER = 256;

    private final Link link;
    private final Time time;
    private final Traffic traffic;
    private final Consumer<Event> publish;
    private final Mailbox requests;
    private final Drive drive;
    private Reconnector reconnector = Reconnector.NONE;

    public PrinterSession(SerialPort port, Time time, Traffic traffic, Consumer<Event> publish) {
        this(port, time, traffic, publish, new Mailbox());
    }

    PrinterSession(SerialPort port, Time time, Traffic traffic, Consumer<Event> publish, Mailbox requests) {
        this.link = new Link(port, time, traffic);
        this.time = time;
        this.traffic = traffic;
        this.publish = publish;
        this.requests = requests;
        this.drive = new Drive(link, time, publish, requests);
    }

    /** A port that is lost in the middle of a job is opened again like this. */
    public void reconnects(Reconnector how) {
        reconnector = how;
    }

    /** Hears what must outlive the host, from now on. */
    public void keeps(Keeper keeper) {
        drive.keeps(keeper);
    }

    /** Something the user wants of the running job, or a command of the host. While it connects only an end counts. */
    public void request(Input input) {
        requests.put(input);
    }

    /** Gives the port back, whichever it is by now. */
    public void close() {
        link.close();
    }

    /**
     * Waits for the printer to be awake and learns who it is.
     *
     * @throws PrinterException it does not answer, it was lost, or the user gave up
     */
    public Action.Ready connect(Connector connector) throws PrinterException {
        connector.opened(noted(Wire.connect(connector.bootLimit())));
        runUntil(connector::on, connector::deadline, () -> drive.ready() != null);
        if (drive.outcome() instanceof Outcome.Failed failed) {
            throw new PrinterException(failed.reason(), failed.detail());
        }
        if (drive.outcome() != null) {
            throw PrinterException.byUser();
        }
        return drive.ready();
    }

    /**
     * Agrees with a connected printer whether lines are packed. Before a job, and after it.
     *
     * @throws PrinterException it was lost, or the user gave up
     */
    public PackingTalk.End agree(PackingTalk talk) throws PrinterException {
        talk.begun(noted(Wire.packing(talk)));
        runUntil(talk::on, talk::deadline, () -> talk.end().isPresent());
        return talk.end().orElseThrow(PrinterException::byUser);
    }

    /**
     * Finds out which line a printer had last that may be in the middle of a job.
     *
     * @throws PrinterException it does not say, has restarted or was lost, or the user gave up
     */
    public long locate(Whereabouts whereabouts) throws PrinterException {
        whereabouts.opened(noted(Wire.LOCATE));
        runUntil(whereabouts::on, whereabouts::deadline,
                () -> whereabouts.lastLine().isPresent() || whereabouts.failure().isPresent());
        if (whereabouts.failure().isPresent()) {
            throw new PrinterException(whereabouts.failure().get().reason(), whereabouts.failure().get().detail());
        }
        return whereabouts.lastLine().orElseThrow(PrinterException::byUser);
    }

    /**
     * Runs a job to its end, whatever the end is.
     *
     * @param feed  gives what {@code begin} has left of the file
     * @param begin {@link Input.StartJob} or {@link Input.Rejoin}
     */
    public Outcome print(Streamer streamer, FileFeed feed, JobTracker tracker, Input begin) {
        drive.begin(streamer::on, streamer::deadline);
        drive.reports(tracker);
        boolean more = true;
        boolean begun = false;
        while (drive.outcome() == null) {
            try {
                if (more && streamer.buffered() < LOW_WATER) {
                    more = feed(streamer, feed, !begun);
                }
                if (begun) {
                    drive.step(true);
                } else {
                    begun = true;
                    drive.tell(begin);
                }
            } catch (PortLostException e) {
                awaitPort(e);
            }
        }
        drive.reports(null);
        return drive.outcome();
    }

    /**
     * After a job: stays with the printer while it cools down, and publishes the temperatures that it reports.
     *
     * @param enough asked at least ten times a second
     */
    public CoolingEnd cool(CoolingWatch watch, BooleanSupplier enough) {
        watch.begun(noted(Wire.WATCH));
        drive.begin(watch::on, watch::deadline);
        try {
            while (watch.end().isEmpty()) {
                if (enough.getAsBoolean()) {
                    watch.cooled();
                } else {
                    drive.step(true);
                }
            }
        } catch (PortLostException e) {
            noted(Wire.lost(e.getMessage()));
            watch.lost(e.getMessage());
        }
        return watch.end().orElseThrow();
    }

    private void runUntil(Drive.Step machine, LongSupplier deadline, BooleanSupplier over) throws PrinterException {
        drive.begin(machine, deadline);
        try {
            while (!over.getAsBoolean() && drive.outcome() == null) {
                drive.step(false);
            }
        } catch (PortLostException e) {
            noted(Wire.lost(e.getMessage()));
            throw new PrinterException(FailReason.CONNECTION_LOST, e.getMessage());
        }
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
        drive.tell(lines);
        return lines instanceof Input.Feed batch && !batch.last();
    }

    /** The port is gone in the middle of a job: tries to open it again until it is there or nobody waits any longer. */
    private void awaitPort(PortLostException loss) {
        if (drive.outcome() != null) {
            return;
        }
        if (reconnector.limit().isZero()) {
            lost(loss);
            return;
        }
        long until = time.nanos() + reconnector.limit().toNanos();
        link.lose();
        publish.accept(new Event.Disconnected(link.path(), loss.getMessage() + "; waiting for it to come back"));
        try {
            drive.tell(new Input.PortLost());
            boolean back = false;
            while (drive.outcome() == null && !back) {
                Input wish = requests.poll(Reconnector.EVERY);
                if (wish != null) {
                    drive.tell(wish);
                } else {
                    back = link.reopen(reconnector.opening());
                }
                if (drive.outcome() == null && !back && time.nanos() >= until) {
                    lost(loss);
                }
            }
            if (back) {
                publish.accept(new Event.Connected(link.path(), reconnector.baud()));
                drive.tell(new Input.PortBack());
            }
        } catch (PortLostException e) {
            // Gone again: the next read says so too.
        }
    }

    /** For good. */
    private void lost(PortLostException loss) {
        noted(Wire.lost(loss.getMessage()));
        drive.end(new Outcome.Failed(FailReason.CONNECTION_LOST, loss.getMessage()));
    }

    /** Puts it into a recording, and says when. */
    private long noted(String words) {
        long nanos = time.nanos();
        traffic.note(words, nanos);
        return nanos;
    }
}
