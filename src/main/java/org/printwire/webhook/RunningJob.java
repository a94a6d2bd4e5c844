package org.printwire.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.printwire.camera.Caption;
import org.printwire.event.Envelope;
import org.printwire.event.Event;

/**
 * What the events so far have told about the job: the file's facts, which OctoPrint repeats in every payload of a
 * print, and how far it is. Pure state, one thread.
 */
final class RunningJob {

    private Event.PrintStarted started;
    private int percent;
    private Event.LayerChanged layer;

    /** Takes note of any event. */
    void on(Event event) {
        if (event instanceof Event.PrintStarted start) {
            started = start;
            percent = 0;
            layer = null;
        } else if (event instanceof Event.ProgressChanged progress) {
            percent = progress.percent();
        } else if (event instanceof Event.LayerChanged changed) {
            layer = changed;
        } else if (event instanceof Event.PrintDone) {
            percent = 100;
        }
    }

    /** {@code name, path, origin, size}; only the name and origin where the start of the job was not heard. */
    Map<String, Object> payload(String file) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("name", file);
        if (started != null && started.file().equals(file)) {
            payload.put("path", started.path());
            payload.put("origin", "local");
            payload.put("size", started.bytes());
        } else {
            payload.put("origin", "local");
        }
        return payload;
    }

    /** What to write into a picture of this event: where a layer begins, it shows the one before. */
    Caption caption(Envelope envelope) {
        if (layer == null || envelope.job() == null) {
            return new Caption(envelope.time(), envelope.job(), percent);
        }
        boolean begins = envelope.event() instanceof Event.LayerChanged && layer.layer() > 1;
        return new Caption(envelope.time(), envelope.job(), percent,
                layer.layer() - (begins ? 1 : 0), layer.layers(), begins ? null : Double.valueOf(layer.z()));
    }
}
