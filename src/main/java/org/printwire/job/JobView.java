package org.printwire.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.printwire.event.Envelope;
import org.printwire.event.Event;

/**
 * A print as the templates of webhooks see it: fed with every event, it answers OctoPrint 1.11's {@code state},
 * {@code job}, {@code progress}, {@code currentZ}, {@code offsets} and {@code meta}, and of ours {@code temperatures},
 * {@code eta} and {@code printer}. Each stands for itself: what is not known is null, and takes nothing with it.
 *
 * <p>Guaranteed: {@link #values} is an unmodifiable map of maps, lists, texts, numbers, flags and null, always with the
 * same keys in the same order, and later events do not change it. Times are those of the events, not of the question.
 *
 * <p>Pure; used by one thread.
 */
public final class JobView {

    private final Job job;
    private PastPrints past = PastPrints.NONE;
    private final PrintFigures figures;
    private PrinterState state = PrinterState.OFFLINE;
    private String error = "";
    private Double z;
    private Map<String, Event.Temperature> temperatures = Map.of();
    private Event.Connected connected;
    private Event.FirmwareIdentified firmware;
    private List<Map<String, Object>> thumbnails;

    public JobView(Job job) {
        this.job = job;
        boolean estimated = job.analysis().seconds().isPresent();
        this.figures = new PrintFigures(job.bytes(),
                estimated ? Long.valueOf(Math.round(job.analysis().seconds().getAsDouble())) : null);
    }

    /** What was printed of this content before; it counts from now on. */
    public void past(PastPrints prints) {
        past = prints;
    }

    /** Takes note of any event, each once, in order. */
    public void on(Envelope envelope) {
        Event event = envelope.event();
        figures.on(envelope);
        if (event instanceof Event.Connected now) {
            connected = now;
            error = "";
        } else if (event instanceof Event.FirmwareIdentified now) {
            firmware = now;
        } else if (event instanceof Event.PrintStarted) {
            z = null;
        } else if (event instanceof Event.ZChanged moved) {
            z = moved.z();
        } else if (event instanceof Event.TemperaturesReported reported) {
            temperatures = reported.sensors();
        } else if (event instanceof Event.PrinterError broken && broken.fatal()) {
            error = broken.cause() == null ? broken.text() : broken.text() + ": " + broken.cause();
        }
        if (event instanceof Event.PrintStarted || event instanceof Event.FirmwareIdentified) {
            OptionalDouble average = past.average(profile());
            figures.average(average.isPresent() ? Double.valueOf(average.getAsDouble()) : null);
        }
        state = state.after(event);
        if (event instanceof Event.PrintFailed) {
            // OctoPrint says PrintFailed after it has written its history, PrintDone before.
            past = past.and(new PastPrints.Past(envelope.time(), false, profile(), 0));
        }
        if (event instanceof Event.PrintFailed failed && state == PrinterState.ERROR && error.isEmpty()) {
            error = failed.detail();
        }
    }

    /** How things stand after the last event. */
    public Map<String, Object> values() {
        return Values.map(
                "state", state.values(error),
                "job", FileValues.job(job, past, profile()),
                "progress", figures.values(),
                "currentZ", z,
                "offsets", Map.of(),
                "meta", FileValues.meta(job, past),
                "temperatures", temperatures(),
                "eta", figures.eta(),
                "printer", Values.map(
                        "profile", profile(),
                        "firmware", firmware == null ? null : firmware.firmware(),
                        "machine", firmware == null ? null : firmware.machine(),
                        "port", connected == null ? null : connected.port(),
                        "baud", connected == null ? null : connected.baud()));
    }

    /**
     * The slicer's pictures, each with {@code format}, {@code width}, {@code height} and {@code data}, an address that a
     * browser shows by itself. The first call reads the head of the file.
     */
    public List<Map<String, Object>> thumbnails() {
        if (thumbnails == null) {
            thumbnails = FileValues.thumbnails(job.thumbnails().get());
        }
        return thumbnails;
    }

    private String profile() {
        return firmware == null ? null : firmware.profile();
    }

    private Map<String, Object> temperatures() {
        Map<String, Object> sensors = new LinkedHashMap<>();
        temperatures.forEach((name, sensor) ->
                sensors.put(name, Values.map("actual", sensor.actual(), "target", sensor.target())));
        return Collections.unmodifiableMap(sensors);
    }
}
