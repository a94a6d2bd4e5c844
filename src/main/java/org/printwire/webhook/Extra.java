package org.printwire.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.json.Json;

/**
 * The {@code extra} of a message. Under the plugin's topics it is OctoPrint 1.11's event payload: a value that is not
 * known is left out, Print Progress and User Action Needed have none. {@code detail} (why a print failed, for people)
 * is our addition. Under every other topic it is the event's own fields, as in docs/events.md.
 */
final class Extra {

    private Extra() {}

    static Map<String, Object> of(Topic topic, Envelope envelope, RunningJob job) {
        Event event = envelope.event();
        if (topic == Topic.PRINT_PROGRESS || topic == Topic.USER_ACTION_NEEDED) {
            return Map.of();
        }
        if (event instanceof Event.PrintStarted started) {
            return job.payload(started.file());
        }
        if (event instanceof Event.PrintDone done) {
            return ended(job.payload(done.file()), done.seconds());
        }
        if (event instanceof Event.PrintFailed failed) {
            Map<String, Object> extra = ended(job.payload(failed.file()), failed.seconds());
            extra.put("reason", "error");
            putKnown(extra, "detail", failed.detail());
            return extra;
        }
        if (event instanceof Event.PrintCancelled cancelled && topic == Topic.PRINT_FAILED) {
            Map<String, Object> extra = ended(job.payload(cancelled.file()), cancelled.seconds());
            extra.put("reason", "cancelled");
            extra.put("progress", cancelled.percent());
            return extra;
        }
        if (event instanceof Event.PrintPaused && envelope.job() != null) {
            Map<String, Object> extra = job.payload(envelope.job());
            extra.putAll(Json.fields(event));
            return extra;
        }
        if (event instanceof Event.PrinterError error && topic == Topic.ERROR) {
            Map<String, Object> extra = new LinkedHashMap<>();
            extra.put("error", error.cause() == null ? error.text() : error.text() + ": " + error.cause());
            extra.put("reason", "firmware");
            return extra;
        }
        return Json.fields(event);
    }

    private static Map<String, Object> ended(Map<String, Object> payload, double seconds) {
        payload.put("time", seconds);
        return payload;
    }

    private static void putKnown(Map<String, Object> extra, String key, Object value) {
        if (value != null) {
            extra.put(key, value);
        }
    }
}
