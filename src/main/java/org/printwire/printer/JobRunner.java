package org.printwire.printer;

import java.util.function.Consumer;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;
import org.printwire.job.Job;
import org.printwire.job.JobTracker;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.Streamer;
import org.printwire.time.Time;

/** Runs one job on a connected printer and tells how it begins and ends. On the printer thread. */
public final class JobRunner {

    private final PrinterSession session;
    private final Time time;
    private final Consumer<Event> publish;

    public JobRunner(PrinterSession session, Time time, Consumer<Event> publish) {
        this.session = session;
        this.time = time;
        this.publish = publish;
    }

    /**
     * Prints the job. {@code feed} must be running on its thread.
     *
     * @param temperaturesInOk as the connector found it
     */
    public Outcome run(Job job, FileFeed feed, StreamSettings settings, boolean temperaturesInOk) {
        long started = time.nanos();
        Streamer streamer = new Streamer(settings, temperaturesInOk);
        JobTracker tracker = new JobTracker(job, started);
        publish.accept(new Event.PrintStarted(job.name(), job.path().toString(), job.bytes(), job.commands(),
                job.layers(), job.colorChanges()));
        try {
            Outcome outcome = session.print(streamer, feed, tracker, new Input.StartJob(job.colors()));
            publish.accept(end(outcome, job, tracker, streamer));
            return outcome;
        } catch (RuntimeException | Error bug) {
            // Whoever waits for this print must hear of its end, even of one that should not be.
            publish.accept(end(new Outcome.Failed(FailReason.INTERNAL, "a bug in printwire: " + bug), job, tracker, streamer));
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
        return new Event.PrintFailed(job.name(), failed.reason(), failed.detail() + heat(failed.reason()), seconds,
                tracker.percent());
    }

    /** Where the printer can be told nothing any more, somebody has to go and look. */
    private static String heat(FailReason reason) {
        return switch (reason) {
            case CONNECTION_LOST, NO_ANSWER, RESEND_LOOP, INTERNAL -> ". The heaters may still be on: look after the printer";
            case PRINTER_ERROR, PRINTER_RESET, FILE_UNREADABLE -> "";
        };
    }
}
