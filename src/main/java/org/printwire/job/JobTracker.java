package org.printwire.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.event.Event;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;
import org.printwire.gcode.LayerTracker;
import org.printwire.marlin.Reply;

/**
 * Follows a job by the lines that the printer took and by what it says: progress, layers, colour changes ahead, texts
 * for people.
 *
 * <p>A line counts when the printer has taken it into its planner, so a layer begins here up to 16 moves before the
 * nozzle gets there. Pure; used by one thread. Times are monotonic nanoseconds.
 */
public final class JobTracker {

    private final Job job;
    private final Progress progress;
    private final StopsAhead stops;
    private final LayerTracker layers;
    private final long startedNanos;
    private Double z;

    /** @param nanos when the job began */
    public JobTracker(Job job, long nanos) {
        this.job = job;
        this.progress = new Progress(job.bytes(), job.slicerTimes());
        this.stops = new StopsAhead(job.stops());
        this.layers = new LayerTracker(job.firstLayer());
        this.startedNanos = nanos;
    }

    /** The printer took this line of the file: each once, in order. */
    public List<Event> taken(GcodeLine line, long nanos) {
        List<Event> events = null;
        Optional<? extends Event> event = progress.taken(line, seconds(nanos));
        if (event.isPresent()) {
            events = add(events, event.get());
        }
        event = stops.taken(line);
        if (event.isPresent()) {
            events = add(events, event.get());
        }
        int before = layers.layer();
        if (layers.follow(line)) {
            if (layers.layer() > before) {
                events = add(events, new Event.LayerChanged(layers.layer(), job.layers(), layers.z()));
            }
            events = add(events, new Event.ZChanged(layers.z(), z));
            z = layers.z();
        }
        Optional<String> display = displayText(line.text());
        if (display.isPresent()) {
            events = add(events, new Event.Notice(Event.NoticeSource.M117, display.get()));
        }
        Optional<String> said = saidText(line.text());
        if (said.isPresent()) {
            events = add(events, new Event.Notice(Event.NoticeSource.M118, said.get()));
        }
        return events == null ? List.of() : events;
    }

    /** The printer said this. */
    public List<Event> heard(Reply reply) {
        if (reply instanceof Reply.ModeProgress echo) {
            return progress.heard(echo).map(event -> List.<Event>of(event)).orElse(List.of());
        }
        return List.of();
    }

    /** How far the job is, percent. */
    public int percent() {
        return progress.percent();
    }

    /** How long the job runs, seconds. */
    public double seconds(long nanos) {
        return (nanos - startedNanos) / 1e9;
    }

    private static Optional<String> displayText(String text) {
        return GcodeWord.is(text, 'M', 117) && text.length() > 5
                ? Optional.of(text.substring(5).trim()) : Optional.empty();
    }

    /** What M118 makes the printer say, without its flags; with E1 it comes back as an echo, which is told anyway. */
    private static Optional<String> saidText(String text) {
        if (!GcodeWord.is(text, 'M', 118)) {
            return Optional.empty();
        }
        String said = text.substring(4).trim();
        while (said.matches("(?i)[AEP][0-9]( .*|$)")) {
            if (said.regionMatches(true, 0, "E1", 0, 2)) {
                return Optional.empty();
            }
            said = said.substring(2).trim();
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    private static List<Event> add(List<Event> events, Event event) {
        List<Event> list = events == null ? new ArrayList<>(3) : events;
        list.add(event);
        return list;
    }
}
