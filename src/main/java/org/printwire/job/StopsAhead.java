package org.printwire.job;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.printwire.event.Event.ColorChangePending;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;

/**
 * Tells of each colour change once, ahead of time: when the slicer's own countdown (M73 C, minutes to the next change or
 * pause) is at {@value #MINUTES} or less, or, in a file without one, {@value #LINES} commands before.
 *
 * <p>Pure; used by one thread.
 */
final class StopsAhead {

    static final int MINUTES = 5;
    static final int LINES = 1000;
    /** The slicer's countdown begins within so many commands, if there is one. */
    static final int PREAMBLE = 100;

    private final List<Job.Stop> stops;
    private int next;
    private int announced = -1;
    private boolean countdown;

    StopsAhead(List<Job.Stop> stops) {
        this.stops = stops;
    }

    /** A line was taken. */
    Optional<ColorChangePending> taken(GcodeLine line) {
        while (next < stops.size() && stops.get(next).index() <= line.index()) {
            next++;
        }
        OptionalDouble minutes = Progress.isM73(line.text()) ? GcodeWord.value(line.text(), 'C') : OptionalDouble.empty();
        countdown |= minutes.isPresent();
        if (next == stops.size() || next == announced || !stops.get(next).colorChange()) {
            return Optional.empty();
        }
        long lines = stops.get(next).index() - line.index();
        boolean due = minutes.isPresent() ? minutes.getAsDouble() <= MINUTES : !countdown && line.index() >= PREAMBLE && lines <= LINES;
        if (!due) {
            return Optional.empty();
        }
        announced = next;
        Integer left = minutes.isPresent() ? Integer.valueOf((int) Math.ceil(minutes.getAsDouble())) : null;
        return Optional.of(new ColorChangePending(left, lines, stops.get(next).color()));
    }
}
