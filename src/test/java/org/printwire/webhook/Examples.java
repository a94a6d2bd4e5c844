package org.printwire.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.printwire.config.Secret;
import org.printwire.event.Event;
import org.printwire.event.EventBus;

/** Webhooks and events for the tests of this room. */
final class Examples {

    static final String SECRET = "s3cr3t";

    static final Event.PrintStarted STARTED =
            new Event.PrintStarted("cube.gcode", "/home/pi/cube.gcode", 648802, 22654, 100, 3);
    static final Event.PrintDone DONE = new Event.PrintDone("cube.gcode", 50.5, 22654, 0);

    static final BodyWriter JSON = object -> {
        try {
            return new ObjectMapper().writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    };

    static final BiFunction<String, Runnable, Thread> THREADS = (name, task) -> {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    };

    private Examples() {}

    static Webhook webhook(String id, String url, String... events) {
        return webhook(id, url, false, 10, Map.of(), events);
    }

    static Webhook picturing(String id, String url, String... events) {
        return webhook(id, url, true, 10, Map.of(), events);
    }

    static Webhook webhook(String id, String url, boolean snapshot, int interval, Map<String, String> messages,
            String... events) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + SECRET);
        return new Webhook(id, new Secret(url), java.util.Set.copyOf(List.of(events)), "MK3S", new Secret(SECRET),
                interval, messages, headers, snapshot, null);
    }

    static EventBus bus(RuntimeExceptions failures) {
        return new EventBus(() -> Instant.parse("2026-11-23T12:00:00Z"), failures.all::add);
    }

    /** What listeners threw. */
    static final class RuntimeExceptions {
        final List<RuntimeException> all = new java.util.concurrent.CopyOnWriteArrayList<>();
    }
}
