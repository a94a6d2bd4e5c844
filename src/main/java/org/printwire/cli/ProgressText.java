package org.printwire.cli;

import static org.printwire.cli.PlainText.harmless;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.printwire.event.Event;
import org.printwire.event.Event.Temperature;

/**
 * What stands in the progress line: fed with events, it says the line for a given width. Pure; one thread.
 *
 * <p>{@code 42% [########----------] layer 12/100 Z 2.40  1 h 12 min left, done 18:42 (slicer)  nozzle 215/215 bed 60/60}
 *
 * <p>Where that is too long, the bar goes first, then the source of the time left, the temperatures and the layer;
 * what the printer waits for is never left out, only cut. While it waits nobody knows when it will be done.
 */
final class ProgressText {

    private static final int BAR = 20;

    private int percent;
    private String left = "";
    private String until = "";
    private String source = "";
    private String layer = "";
    private String z = "";
    private String temperatures = "";
    private String waiting = "";
    private boolean paused;

    /** Takes in what happened. Returns true if the line may look different now. */
    boolean on(Event event) {
        if (event instanceof Event.PrintStarted) {
            percent = 0;
            left = until = source = layer = z = "";
            goOn();
        } else if (event instanceof Event.ProgressChanged e) {
            percent = e.percent();
            left = e.minutesLeft() == null ? "" : PlainText.minutes(e.minutesLeft()) + " left";
            until = "";
            source = e.minutesLeft() == null ? "" : " (" + source(e) + ")";
        } else if (event instanceof Event.LayerChanged e) {
            layer = "layer " + e.layer() + (e.layers() == null ? "" : "/" + e.layers());
            z = " Z " + PlainText.millimetres(e.z());
            moving();
        } else if (event instanceof Event.ZChanged e) {
            z = " Z " + PlainText.millimetres(e.z());
            moving();
        } else if (event instanceof Event.TemperaturesReported e) {
            temperatures = temperatures(e.sensors());
        } else {
            return waits(event);
        }
        return true;
    }

    /** The clock time at which the print will be done, by the progress told last. */
    void until(String clock) {
        until = clock;
    }

    private boolean waits(Event event) {
        if (event instanceof Event.PrintPaused e) {
            paused = true;
            waiting = "paused" + (e.command() == null ? "" : " (" + e.command() + ")");
        } else if (event instanceof Event.ColorChangeWaiting e) {
            waiting = "change the filament" + (e.color() == null ? "" : " to " + e.color());
        } else if (event instanceof Event.FilamentRunout) {
            waiting = "filament has run out";
        } else if (event instanceof Event.UserActionNeeded e) {
            waiting = e.why();
        } else if (event instanceof Event.PrintResumed || event instanceof Event.ColorChangeDone) {
            goOn();
        } else {
            return false;
        }
        return true;
    }

    private void goOn() {
        paused = false;
        waiting = "";
    }

    /** A print that moves waits for nobody; only a pause has to be ended in words. */
    private void moving() {
        if (!paused) {
            waiting = "";
        }
    }

    /** One line of at most {@code width} characters, without a line end. */
    String line(int width) {
        String done = percent + "%";
        String what = harmless(waiting);
        for (Detail detail : Detail.values()) {
            String line = join(done + (detail.bar ? " " + bar() : ""), detail.layer ? layer + z : z.strip(),
                    left + (what.isEmpty() && !until.isEmpty() ? ", done " + until : "") + (detail.source ? source : ""), detail.temperatures ? temperatures : "", what);
            if (line.length() <= width) {
                return line;
            }
        }
        String shortest = join(done, what.isEmpty() ? left : what);
        return shortest.substring(0, Math.min(shortest.length(), Math.max(0, width)));
    }

    int percent() {
        return percent;
    }

    private String bar() {
        int full = Math.min(BAR, percent * BAR / 100);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    private static String join(String... parts) {
        List<String> present = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                present.add(part.strip());
            }
        }
        return String.join("  ", present);
    }

    private static String source(Event.ProgressChanged e) {
        return switch (e.source()) {
            case M73_NORMAL -> "slicer";
            case M73_SILENT -> "slicer, silent mode";
            case ESTIMATE -> "calculated";
            case AVERAGE -> "earlier prints";
            case BYTES -> "estimate";
        };
    }

    /** The first tool and the bed, and whatever else is being heated. */
    private static String temperatures(Map<String, Temperature> sensors) {
        List<String> parts = new ArrayList<>();
        sensors.forEach((name, value) -> {
            boolean heated = value.target() != null && value.target() > 0;
            if (heated || name.equals("tool0") || name.equals("bed")) {
                parts.add(sensor(name) + " " + Math.round(value.actual())
                        + (heated ? "/" + Math.round(value.target()) : ""));
            }
        });
        return String.join(" ", parts);
    }

    private static String sensor(String name) {
        return name.equals("tool0") ? "nozzle" : harmless(name);
    }

    /** From the whole line to the least of it. */
    private enum Detail {
        ALL(true, true, true, true),
        NO_BAR(false, true, true, true),
        NO_SOURCE(false, true, false, true),
        NO_TEMPERATURES(false, false, false, true),
        NO_LAYER(false, false, false, false);

        private final boolean bar;
        private final boolean temperatures;
        private final boolean source;
        private final boolean layer;

        Detail(boolean bar, boolean temperatures, boolean source, boolean layer) {
            this.bar = bar;
            this.temperatures = temperatures;
            this.source = source;
            this.layer = layer;
        }
    }
}
