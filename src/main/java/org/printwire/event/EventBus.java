package org.printwire.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.time.Instant;

/**
 * Hands each event to every listener, in order, on the publisher's thread.
 *
 * <p>A listener must return at once (put it into a queue): the publisher is usually the {@code printer} thread, and a
 * line to the printer may be due. A listener that throws does not keep the others from hearing of the event; the
 * exception goes to {@code onFailure}.
 */
public final class EventBus {

    private final Supplier<Instant> clock;
    private final Consumer<RuntimeException> onFailure;
    private final List<Consumer<Envelope>> listeners = new CopyOnWriteArrayList<>();
    private long sequence;
    private String job;

    public EventBus(Supplier<Instant> clock, Consumer<RuntimeException> onFailure) {
        this.clock = clock;
        this.onFailure = onFailure;
    }

    /** Every event from now on goes to {@code listener} too. */
    public void subscribe(Consumer<Envelope> listener) {
        listeners.add(listener);
    }

    /** Events from now on belong to this job; null: to none. */
    public synchronized void job(String name) {
        job = name;
    }

    /** Numbers and stamps the event and hands it over. Events keep their order whichever thread publishes. */
    public synchronized void publish(Event event) {
        Envelope envelope = new Envelope(clock.get(), ++sequence, job, event);
        for (Consumer<Envelope> listener : listeners) {
            try {
                listener.accept(envelope);
            } catch (RuntimeException e) {
                onFailure.accept(e);
            }
        }
    }
}
