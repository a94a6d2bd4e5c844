package org.printwire.printer;

import org.printwire.gcode.GcodeLine;
import org.printwire.job.JobTracker;
import org.printwire.stream.Insertion;
import org.printwire.stream.Outcome;

/**
 * Hears what must be known of a job should the host die. Called on the printer thread: it must not wait. What it was given
 * by {@link #keep} it answers by {@link org.printwire.stream.Input.Kept}, on any thread.
 */
public interface Keeper {

    /** Nothing is kept. */
    Keeper NONE = new Keeper() {
        @Override
        public void keep(Insertion insertion) { }

        @Override
        public void taken(long number, GcodeLine line, JobTracker job, long nanos) { }

        @Override
        public void stands(boolean paused) { }

        @Override
        public void ending(Outcome outcome) { }
    };

    /** A command of the host's own is going to be sent. */
    void keep(Insertion insertion);

    /** The printer has taken this line. */
    void taken(long number, GcodeLine line, JobTracker job, long nanos);

    /** The job stands still, or goes on. */
    void stands(boolean paused);

    /** The job is being ended so, or has ended so. */
    void ending(Outcome outcome);
}
