package org.printwire.app;

import java.io.IOException;
import java.time.Duration;
import org.printwire.checkpoint.Entry;
import org.printwire.checkpoint.Journal;
import org.printwire.checkpoint.JournalWriter;
import org.printwire.gcode.GcodeLine;
import org.printwire.job.JobTracker;
import org.printwire.printer.Keeper;
import org.printwire.printer.PrinterSession;
import org.printwire.stream.Input;
import org.printwire.stream.Insertion;
import org.printwire.stream.Outcome;

/** Writes down what must be known of a job should this host die. Made, told and closed on the printer thread. */
final class Checkpoint implements Keeper, AutoCloseable {

    /**
     * Between two marks of how far the job is: 240 an hour. Each is some 90 bytes and one sync, for which a file system
     * with a log of its own writes some 16 kB: 4 MB an hour.
     */
    static final Duration EVERY = Duration.ofSeconds(15);
    private static final long CLOSE_MILLIS = 2000;

    private final Journal journal;
    private final JournalWriter writer;
    private final Thread thread;
    private final Endurance endurance;
    private long next = Long.MIN_VALUE;
    private boolean over;

    private Checkpoint(Journal journal, HostThreads threads, PrinterSession session, Endurance endurance) {
        this.journal = journal;
        this.endurance = endurance;
        this.writer = new JournalWriter(journal, number -> session.request(new Input.Kept(number)), endurance.warnings());
        this.thread = threads.startUrgent("checkpoint", writer::run);
    }

    /** Goes on in the journal of a job that another host has begun, or begins one where {@code begun} is not null. */
    static Checkpoint open(Journal journal, HostThreads threads, PrinterSession session, Endurance endurance,
            Entry.Begun begun) {
        Checkpoint checkpoint = new Checkpoint(journal, threads, session, endurance);
        if (begun != null) {
            checkpoint.writer.write(begun);
        }
        return checkpoint;
    }

    @Override
    public void keep(Insertion insertion) {
        writer.write(new Entry.Inserted(insertion));
    }

    @Override
    public void taken(long number, GcodeLine line, JobTracker job, long nanos) {
        if (next == Long.MIN_VALUE || nanos >= next) {
            next = nanos + EVERY.toNanos();
            writer.write(new Entry.Mark(number, line.fileLine(), line.endOffset(), job.z(), job.seconds(nanos)));
        }
    }

    @Override
    public void stands(boolean paused) {
        writer.write(new Entry.Standing(paused));
    }

    @Override
    public void ending(Outcome outcome) {
        over = !(outcome instanceof Outcome.Failed);
        if (outcome instanceof Outcome.Failed failed) {
            writer.write(new Entry.Ended(failed.reason().leavesPrinterInTheMiddle(), failed.detail()));
        } else {
            writer.write(new Entry.Ended(false, outcome instanceof Outcome.Done ? "done" : "cancelled"));
        }
    }

    /** Of a job that is over nothing is left; a failed one keeps its record, for a restart by hand. */
    @Override
    public void close() {
        writer.end();
        try {
            thread.join(CLOSE_MILLIS);
            if (over && !thread.isAlive()) {
                journal.delete();
            }
        } catch (IOException e) {
            endurance.warnings().accept("the journal of the finished print cannot be removed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
