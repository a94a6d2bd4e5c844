package org.printwire.job;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.printwire.event.Event.ColorChangePending;
import org.printwire.event.Event.PlannedStop;
import org.printwire.event.Event.StopsPlanned;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;

/**
 * Tells of each colour change ahead of time. Where the times are estimated: so many minutes before as the user wants, and
 * as often; where less is left from the start, once. Else once: when the slicer's own countdown (M73 C, minutes to the next
 * change or pause) is at the most of these minutes or less, or, in a file without one, {@value #LINES} commands before.
 *
 * <p>Pure; used by one thread.
 */
final class StopsAhead {

    static final int LINES = 1000;
    /** The slicer's countdown begins within so many commands, if there is one. */
    static final int PREAMBLE = 100;

    private final List<Job.Stop> stops;
    private final List<Integer> minutes;
    private final TimeLeft left;
    private int next;
    private int announcedMinutes;
    private int announced = -1;
    private boolean countdown;
    private long index = -1;

    /**
     * @param minutes before each colour change, the most first; none: nobody wants to know
     * @param left    follows the same lines
     */
    StopsAhead(List<Job.Stop> stops, List<Integer> minutes, TimeLeft left) {
        this.stops = stops;
        this.minutes = List.copyOf(minutes);
        this.left = left;
    }

    /** All that are still to come, pauses too, and when, as it looks now; empty: none. */
    Optional<StopsPlanned> planned() {
        List<PlannedStop> ahead = stops.subList(next, stops.size()).stream()
                .map(stop -> new PlannedStop(stop.command(), stop.line(), stop.color(), seconds(stop)))
                .toList();
        return ahead.isEmpty() ? Optional.empty() : Optional.of(new StopsPlanned(ahead));
    }

    private Integer seconds(Job.Stop stop) {
        return left.estimated() ? Integer.valueOf((int) Math.round(left.until(stop.index(), index))) : null;
    }

    /** A line was taken. */
    Optional<ColorChangePending> taken(GcodeLine line) {
        index = line.index();
        while (next < stops.size() && stops.get(next).index() <= index) {
            next++;
        }
        if (minutes.isEmpty()) {
            return Optional.empty();
        }
        if (left.estimated()) {
            return byTime(line);
        }
        OptionalDouble told = Progress.isM73(line.text()) ? GcodeWord.value(line.text(), 'C') : OptionalDouble.empty();
        countdown |= told.isPresent();
        if (next == stops.size() || next == announced || !stops.get(next).colorChange()) {
            return Optional.empty();
        }
        long lines = stops.get(next).index() - index;
        boolean due = told.isPresent() ? told.getAsDouble() <= minutes.get(0) : !countdown && index >= PREAMBLE && lines <= LINES;
        if (!due) {
            return Optional.empty();
        }
        announced = next;
        Integer rest = told.isPresent() ? Integer.valueOf((int) Math.ceil(told.getAsDouble())) : null;
        return Optional.of(new ColorChangePending(rest, lines, stops.get(next).color()));
    }

    private Optional<ColorChangePending> byTime(GcodeLine line) {
        if (next == stops.size() || !stops.get(next).colorChange()) {
            return Optional.empty();
        }
        Job.Stop stop = stops.get(next);
        double seconds = left.until(stop.index(), line.index());
        int due = 0;
        for (int each : minutes) {
            due = seconds <= each * 60 ? each : due;
        }
        if (due == 0 || next == announced && due >= announcedMinutes) {
            return Optional.empty();
        }
        announced = next;
        announcedMinutes = due;
        return Optional.of(new ColorChangePending((int) Math.ceil(seconds / 60), stop.index() - line.index(), stop.color()));
    }
}
