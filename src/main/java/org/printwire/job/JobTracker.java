package org.printwire.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.event.Event;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.LayerTracker;
import org.printwire.marlin.Reply;

/**
 * Follows a job by the lines that the printer took and by what it says: progress, layers, colour changes ahead, texts
 * for people.
 *
 * <p>A line counts when the printer has taken it into its planner, so a layer begins here up to 16 moves before the
 * nozzle gets there. It is over when its moves have surely been made ({@link LayerEnds}). Pure; used by one thread. Times are monotonic nanoseconds.
 */
public final class JobTracker {

    private final Job job;
    private final Pace pace;
    private final Progress progress;
    private final StopsAhead stops;
    private final LayerTracker layers;
    private final LayerEnds ends = new LayerEnds();
    private final long startedNanos;
    private Double z;
    private long fileLine;

    /** Nothing is known beside the file. */
    public JobTracker(Job job, long nanos) {
        this(job, Outlook.USUAL, nanos);
    }

    /** @param nanos when the job began, which may be before this program did */
    public JobTracker(Job job, Outlook outlook, long nanos) {
        this.job = job;
        this.pace = new Pace(job.times(), nanos);
        TimeLeft left = new TimeLeft(job.times(), pace, outlook.average());
        this.progress = new Progress(job.bytes(), job.slicerTimes(), left);
        this.stops = new StopsAhead(job.stops(), outlook.warnMinutes(), left);
        this.layers = new LayerTracker(job.firstLayer());
        this.startedNanos = nanos;
    }

    /** The stops that are still to come; empty: none. */
    public Optional<Event.StopsPlanned> planned() {
        return stops.planned();
    }

    /** The printer took this line of the file: each once, in order. */
    public List<Event> taken(GcodeLine line, long nanos) {
        fileLine = line.fileLine();
        List<Event> events = null;
        pace.taken(line, nanos);
        Optional<? extends Event> event = progress.taken(line, seconds(nanos) - pace.lost());
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
                ends.began(new Event.LayerDone(layers.layer(), job.layers(), layers.z()));
            }
            events = add(events, new Event.ZChanged(layers.z(), z));
            z = layers.z();
        }
        for (Event done : ends.taken(line)) {
            events = add(events, done);
        }
        event = FileTexts.said(line.text());
        if (event.isPresent()) {
            events = add(events, event.get());
        }
        return events == null ? List.of() : events;
    }

    /** The printer said this. */
    public List<Event> heard(Reply reply) {
        if (reply instanceof Reply.ModeProgress echo) {
            return progress.heard(echo).map(event -> List.<Event>of(event)).orElse(List.of());
        }
        if (reply instanceof Reply.Ok ok && ok.plannerFree().isPresent()) {
            return List.copyOf(ends.free(ok.plannerFree().getAsInt()));
        }
        if (reply instanceof Reply.Resend) {
            ends.rewound();
        }
        return List.of();
    }

    /** All moves so far have been made, and the present layer is over: the head was parked, or the print is done. */
    public List<Event> layerOver() {
        return List.copyOf(ends.left());
    }

    /** The layer that was over last, for those who have not heard of it; empty: none was. */
    public Optional<Event> lastLayer() {
        return Optional.ofNullable(ends.last());
    }

    /** The last line that the printer took, by its place in the file; 0: none. */
    public long fileLine() {
        return fileLine;
    }

    /** Z of the present layer, mm; null: none has begun. */
    public Double z() {
        return z;
    }

    /** How far the job is, percent. */
    public int percent() {
        return progress.percent();
    }

    /** How long the job runs, seconds. */
    public double seconds(long nanos) {
        return (nanos - startedNanos) / 1e9;
    }

    private static List<Event> add(List<Event> events, Event event) {
        List<Event> list = events == null ? new ArrayList<>(3) : events;
        list.add(event);
        return list;
    }
}
