package org.printwire.printer;

import java.util.List;
import java.util.function.Consumer;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;
import org.printwire.job.Job;
import org.printwire.job.JobTracker;
import org.printwire.job.Outlook;
import org.printwire.stream.Input;
import org.printwire.stream.KnownPrinter;
import org.printwire.stream.Opening;
import org.printwire.stream.Outcome;
import org.printwire.stream.Retrace;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.Streamer;
import org.printwire.time.Time;

/** Runs one job on a connected printer and tells how it begins and ends. On the printer thread. */
public final class JobRunner {

    private final PrinterSession session;
    private final Time time;
    private final Consumer<Event> publish;
    private final Keeper keeper;
    private final Outlook outlook;

    /** Nothing of the job outlives the host, and nothing is known beside its file. */
    public JobRunner(PrinterSession session, Time time, Consumer<Event> publish) {
        this(session, time, publish, Keeper.NONE, Outlook.USUAL);
    }

    /** @param keeper hears what must outlive the host */
    public JobRunner(PrinterSession session, Time time, Consumer<Event> publish, Keeper keeper, Outlook outlook) {
        this.session = session;
        this.time = time;
        this.publish = publish;
        this.keeper = keeper;
        this.outlook = outlook;
    }

    /**
     * Where and how a job begins.
     *
     * @param fileLine line of the file that is the first to be printed, from 1
     * @param first    commands before it
     * @param last     commands at the end, however it ends
     */
    public record Start(long fileLine, List<String> first, List<String> last) {
        /** With the first line. */
        public static final Start USUAL = new Start(1, List.of(), List.of());
    }

    /**
     * Prints the job. {@code feed} must be running on its thread.
     *
     * @param temperaturesInOk as the connector found it
     */
    public Outcome run(Job job, FileFeed feed, StreamSettings settings, boolean temperaturesInOk, Start start) {
        JobTracker tracker = new JobTracker(job, outlook, time.nanos());
        Opening opening = new Opening(start.first(), start.last(),
                CatchUp.read(feed, start.fileLine(), tracker, time.nanos()));
        publish.accept(new Event.PrintStarted(job.name(), job.path().toString(), job.bytes(), job.commands(),
                job.layers(), job.colorChanges()));
        tracker.planned().ifPresent(publish);
        return run(job, feed, new Streamer(settings, temperaturesInOk), tracker, new Input.StartJob(job.colors(), opening));
    }

    /**
     * What is known of a job that another host has begun.
     *
     * @param retrace nothing was added to it yet
     * @param paused  the job stood still
     * @param fileLine line of the file that the job began with
     * @param seconds how long it has run
     * @param unpause if it stands still, it is to go on
     */
    public record Begun(Retrace retrace, boolean paused, KnownPrinter known, long fileLine, double seconds, boolean unpause) {}

    /**
     * Goes on with a job that another host has begun. {@code feed} must be running on its thread.
     *
     * @param last commands at the end, however it ends
     */
    public Outcome resume(Job job, Begun begun, FileFeed feed, StreamSettings settings, boolean temperaturesInOk,
            List<String> last) {
        JobTracker tracker = new JobTracker(job, outlook, time.nanos() - (long) (begun.seconds() * 1e9));
        CatchUp.read(feed, begun.retrace(), begun.fileLine(), tracker, time.nanos());
        tracker.planned().ifPresent(publish);
        tracker.lastLayer().ifPresent(publish);   // the other host may have died before it could tell
        if (begun.unpause()) {
            session.request(new Input.Resume());
        }
        return run(job, feed, new Streamer(settings, temperaturesInOk), tracker,
                new Input.Rejoin(begun.retrace(), begun.paused(), job.colors(), begun.known(), last));
    }

    private Outcome run(Job job, FileFeed feed, Streamer streamer, JobTracker tracker, Input begin) {
        session.keeps(keeper);
        try {
            Outcome outcome = session.print(streamer, feed, tracker, begin);
            keeper.ending(outcome);
            if (outcome instanceof Outcome.Done) {
                tracker.layerOver().forEach(publish);
            }
            publish.accept(end(outcome, job, tracker, streamer));
            return outcome;
        } catch (RuntimeException | Error bug) {
            // Whoever waits for this print must hear of its end, even of one that should not be.
            Outcome.Failed failed = new Outcome.Failed(FailReason.INTERNAL, "a bug in printwire: " + bug);
            keeper.ending(failed);
            publish.accept(end(failed, job, tracker, streamer));
            throw bug;
        }
    }

    private Event end(Outcome outcome, Job job, JobTracker tracker, Streamer streamer) {
        double seconds = tracker.seconds(time.nanos());
        if (outcome instanceof Outcome.Done) {
            return new Event.PrintDone(job.name(), seconds, job.commands(), streamer.resends());
        }
        if (outcome instanceof Outcome.Cancelled cancelled) {
            return new Event.PrintCancelled(job.name(), cancelled.by(), seconds, tracker.percent());
        }
        Outcome.Failed failed = (Outcome.Failed) outcome;
        return new Event.PrintFailed(job.name(), failed.reason(), failed.detail() + heat(failed.reason())
                + place(failed.reason(), tracker), seconds, tracker.percent());
    }

    /** Where the printer can be told nothing any more, somebody has to go and look. */
    private static String heat(FailReason reason) {
        return reason.leavesPrinterInTheMiddle() ? ". The heaters may still be on: look after the printer" : "";
    }

    /** Where a print that its printer has lost may be taken up by hand. */
    private static String place(FailReason reason, JobTracker tracker) {
        if (tracker.fileLine() == 0 || reason != FailReason.PRINTER_RESET && reason != FailReason.CONNECTION_LOST) {
            return "";
        }
        String at = ". It had come to line " + tracker.fileLine() + " of the file"
                + (tracker.z() == null ? "" : ", Z " + tracker.z() + " mm");
        return at + (reason == FailReason.PRINTER_RESET
                ? ": printwire resume --from-line " + tracker.fileLine() + " plans a restart from there"
                : ": printwire resume goes on if the printer has not been reset");
    }
}
