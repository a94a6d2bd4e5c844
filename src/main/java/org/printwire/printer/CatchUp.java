package org.printwire.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.printwire.gcode.GcodeLine;
import org.printwire.job.JobTracker;
import org.printwire.stream.Input;
import org.printwire.stream.Modes;
import org.printwire.stream.Retrace;

/** Reads a file up to where the printer is, as fast as the disk gives it, and tells nobody of what is long done. */
final class CatchUp {

    private static final long WAIT_MILLIS = 1000;

    private CatchUp() {}

    /**
     * Up to where the printer is in a job of a host that has died.
     *
     * @param firstLine the job began with this line of the file
     */
    static void read(FileFeed feed, Retrace retrace, long firstLine, JobTracker tracker, long nanos) {
        pass(feed, line -> {
            if (line.fileLine() < firstLine) {
                retrace.passOver(line);
                follow(tracker, line, nanos);
                return true;
            }
            boolean past = retrace.add(line);
            if (past && retrace.has()) {
                follow(tracker, line, nanos);
            }
            return past;
        });
        retrace.finish();
    }

    /** Up to a line of the file that is the first to be printed. Returns the modes that hold there. */
    static Modes read(FileFeed feed, long firstLine, JobTracker tracker, long nanos) {
        Modes modes = new Modes();
        if (firstLine > 1) {
            pass(feed, line -> {
                boolean before = line.fileLine() < firstLine;
                if (before) {
                    follow(tracker, line, nanos);
                    modes.follow(line.text());
                }
                return before;
            });
        }
        return modes;
    }

    private static void follow(JobTracker tracker, GcodeLine line, long nanos) {
        if (!line.hostCommand()) {
            tracker.taken(line, nanos);
        }
    }

    /** Afterwards {@code feed} gives what is still to be sent: from the first line on for which {@code past} is false. */
    private static void pass(FileFeed feed, Predicate<GcodeLine> past) {
        boolean more = true;
        while (more) {
            Input input = feed.next(WAIT_MILLIS);
            if (input instanceof Input.Feed batch) {
                List<GcodeLine> rest = new ArrayList<>();
                for (GcodeLine line : batch.lines()) {
                    if (!rest.isEmpty() || !past.test(line)) {
                        rest.add(line);
                    }
                }
                more = rest.isEmpty() && !batch.last();
                if (!more) {
                    feed.giveBack(new Input.Feed(rest, batch.last()));
                }
            } else if (input != null) {
                feed.giveBack(input);
                more = false;
            }
        }
    }
}
