package org.printwire.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.Outbox;
import org.printwire.webhook.OutboxException;
import org.printwire.webhook.Topic;

/** Deliveries as the engine makes them. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456789Z");

    private Samples() {}

    /** A state event of the size of a real one. */
    static Delivery said(String webhook, int number) {
        return delivery("event-" + number, webhook, Topic.PRINT_DONE, values(number), null);
    }

    static Delivery progress(String webhook, int number) {
        return delivery("event-" + number, webhook, Topic.PRINT_PROGRESS, values(number), null);
    }

    static Delivery pictured(String webhook, int number) {
        return delivery("event-" + number, webhook, Topic.PRINT_DONE, values(number), "nozzle");
    }

    static Delivery delivery(String eventId, String webhook, Topic topic, Map<String, Object> values, String picture) {
        return new Delivery(0, eventId, webhook, NOW, "JobDone", "cube.gcode", topic, values, picture);
    }

    /** All kinds of values that JSON has, and null. */
    static Map<String, Object> values(int number) {
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("file", Map.of("name", "@apiSecret @@ \"}{ \u0001 \uD83D\uDE00.gcode"));
        job.put("estimatedPrintTime", null);
        job.put("size", 3_000_000_000L);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("topic", "Print Done");
        values.put("extra", Map.of("time", 12.5));
        values.put("currentTime", 1_700_000_000 + number);
        values.put("percentCompleteMilestone", null);
        values.put("job", job);
        values.put("offsets", List.of(1, 0.1, true, "x"));
        return values;
    }

    static Delivery put(Outbox outbox, Delivery delivery) throws OutboxException {
        return outbox.put(List.of(delivery)).get(0);
    }

    static void take(Outbox outbox, Delivery delivery) throws OutboxException {
        outbox.taken(delivery, 1, 200, Duration.ofMillis(20), NOW.plusSeconds(1));
    }

    /** Takes all that waits. @return the event ids in the order in which they would have been sent */
    static List<String> drain(Outbox outbox, String webhook) throws OutboxException {
        List<String> ids = new ArrayList<>();
        for (Optional<Outbox.Waiting> next = outbox.oldest(webhook); next.isPresent(); next = outbox.oldest(webhook)) {
            ids.add(next.get().delivery().eventId());
            take(outbox, next.get().delivery());
        }
        return ids;
    }
}
