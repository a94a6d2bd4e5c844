package org.printwire.job;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.printwire.event.Event.ColorChangePending;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;

/**
 * Tells of each colour change ahead of time. Where the times are estimated: {@value #MINUTES} minutes before, and again
 * {@value #LAST_MINUTES} before; where less is left from the start, once. Else once: when the slicer's own countdown (M73
 * C, minutes to the next change or pause) is at {@value #MINUTES} or less, or, in a file without one, {@value #LINES}
 * commands before.
 *
 * <p>Pure; used by one thread.
 */
final class StopsAhead {

    static final int MINUTES = 5;
    static final int LAST_MINUTES = 1;
    static final int LINES = 1000;
    /** The slicer's countdown begins within so many commands, if there is one. */
    static final int PREAMBLE = 100;

    private final List<Job.Stop> stops;
    private final TimeLeft left;
    private int next;
    private int announcedMinutes;
    private int announced = -1;
    private boolean countdown;

    /** @param left follows the same lines */
    StopsAhead(List<Job.Stop> stops, TimeLeft left) {
        this.stops = stops;
        this.left = left;
    }

    /** A line was taken. */
    Optional<ColorChangePending> taken(GcodeLine line) {
        while (next < stops.size() && stops.get(next).index() <= line.index()) {
            next++;
        }
        if (left.estimated()) {
            return byTime(line);
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
        Integer rest = minutes.isPresent() ? Integer.valueOf((int) Math.ceil(minutes.getAsDouble())) : null;
        return Optional.of(new ColorChangePending(rest, lines, stops.get(next).color()));
    }

    private Optional<ColorChangePending> byTime(GcodeLine line) {
        if (next == stops.size() || !stops.get(next).colorChange()) {
            return Optional.empty();
        }
        Job.Stop stop = stops.get(next);
        double seconds = left.until(stop.index(), line.index());
        int due = seconds <= LAST_MINUTES * 60 ? LAST_MINUTES : seconds <= MINUTES * 60 ? MINUTES : 0;
        if (due == 0 || next == announced && due >= announcedMinutes) {
            return Optional.empty();
        }
        announced = next;
        announcedMinutes = due;
        return Optional.of(new ColorChangePending((int) Math.ceil(seconds / 60), stop.index() - line.index(), stop.color()));
    }
}
