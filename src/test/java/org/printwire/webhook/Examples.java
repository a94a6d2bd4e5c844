package org.printwire.webhook;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.printwire.event.Event;
import org.printwire.event.EventBus;
import org.printwire.testing.Hook;

/** Webhooks and events for the tests of this room. */
final class Examples {

    static final String SECRET = Hook.SECRET;

    static final String VERSION = "1.2.3";

    static final Event.PrintStarted STARTED =
            new Event.PrintStarted("cube.gcode", "/home/pi/cube.gcode", 648802, 22654, 100, 3);
    static final Event.PrintDone DONE = new Event.PrintDone("cube.gcode", 50.5, 22654, 0);

    static final BiFunction<String, Runnable, Thread> THREADS = (name, task) -> {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    };

    private Examples() {}

    static Webhook webhook(String id, String url, String... events) {
        return Webhook.of(Hook.to(id, url, events).section(), VERSION);
    }

    static Webhook picturing(String id, String url, String... events) {
        Hook hook = Hook.to(id, url, events);
        hook.snapshot = true;
        return Webhook.of(hook.section(), VERSION);
    }

    static EventBus bus(RuntimeExceptions failures) {
        return new EventBus(() -> Instant.parse("2026-11-23T12:00:00Z"), failures.all::add);
    }

    /** What listeners threw. */
    static final class RuntimeExceptions {
        final List<RuntimeException> all = new CopyOnWriteArrayList<>();
    }
}
