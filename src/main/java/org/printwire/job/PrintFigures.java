package org.printwire.job;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.ProgressSource;

/** OctoPrint's {@code progress}, and when the print will be over. One thread. */
final class PrintFigures {

    private final long bytes;
    private final Long estimate;
    private final PrintClock clock = new PrintClock();
    private boolean begun;
    private boolean running;
    private double completion;
    private long position;
    private Double average;
    private Long left;
    private long leftAt;
    private boolean stands;
    private String origin;

    /** @param estimate seconds that the whole print takes, by the slicer; null: not known */
    PrintFigures(long bytes, Long estimate) {
        this.bytes = bytes;
        this.estimate = estimate;
    }

    /** Seconds that earlier prints of the file took on this kind of printer; null: none is known. */
    void average(Double seconds) {
        average = seconds;
    }

    /** Takes note of any event. */
    void on(Envelope envelope) {
        clock.on(envelope);
        Event event = envelope.event();
        if (event instanceof Event.PrintStarted) {
            begun = true;
            running = true;
            completion = 0;
            position = 0;
            left(null, null);
        } else if (event instanceof Event.PrintResumed && !begun) {
            // The job was begun by a host that has died.
            begun = true;
            running = true;
        } else if (waits(event)) {
            left = left == null ? null : left();
            leftAt = clock.seconds();
            stands = true;
        } else if (event instanceof Event.ColorChangeDone || event instanceof Event.PrintResumed
                || event instanceof Event.LayerChanged) {
            leftAt = stands ? clock.seconds() : leftAt;
            stands = false;
        } else if (event instanceof Event.ProgressChanged progress && running) {
            progress(progress);
        } else if (event instanceof Event.PrintDone) {
            running = false;
            completion = 100;
            position = bytes;
            left(0L, null);
        } else if (event instanceof Event.PrintFailed || event instanceof Event.PrintCancelled) {
            running = false;
            left(null, null);
        }
    }

    /** Nobody knows for how long. */
    private static boolean waits(Event event) {
        return event instanceof Event.ColorChangeWaiting || event instanceof Event.FilamentRunout
                || event instanceof Event.UserActionNeeded;
    }

    private void progress(Event.ProgressChanged progress) {
        position = progress.filePosition();
        boolean byBytes = progress.source() == ProgressSource.BYTES;
        completion = byBytes && bytes > 0 ? Math.min(100, 100.0 * position / bytes) : progress.percent();
        Long seconds = progress.left().isPresent() ? Long.valueOf(progress.left().getAsLong()) : null;
        stands = false;
        left(seconds, seconds == null ? null : switch (progress.source()) {
            case BYTES -> "linear";
            // The analysis, at the pace of this print.
            case ESTIMATE -> "mixed-analysis";
            case AVERAGE -> "mixed-average";
            case M73_NORMAL, M73_SILENT -> "printer";
        });
    }

    private void left(Long seconds, String from) {
        left = seconds;
        leftAt = clock.seconds();
        origin = from;
    }

    /**
     * Seconds to the end: what was reported last, counted down since; before that what is left of the average of earlier
     * prints, or of the slicer's estimate.
     */
    private Long left() {
        if (left != null) {
            return stands || !running ? left : Long.valueOf(Math.max(0, left - (clock.seconds() - leftAt)));
        }
        Long whole = average == null ? estimate : Long.valueOf(Math.round(average));
        return running && whole != null ? Long.valueOf(Math.max(0, whole - clock.seconds())) : null;
    }

    /** All null before a print. */
    Map<String, Object> values() {
        Long rest = left();
        return Values.map(
                "completion", begun ? completion : null,
                "filepos", begun ? position : null,
                "printTime", begun ? clock.seconds() : null,
                "printTimeLeft", rest,
                "printTimeLeftOrigin", rest != null && left == null ? average == null ? "analysis" : "average" : origin);
    }

    /** ISO 8601, UTC, whole seconds; null while nobody knows, and after the end. */
    String eta() {
        Long rest = running ? left() : null;
        return rest == null ? null : clock.now().plusSeconds(rest).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
