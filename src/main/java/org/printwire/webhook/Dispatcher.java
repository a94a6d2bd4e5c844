package org.printwire.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.printwire.camera.Jpeg;
import org.printwire.event.Envelope;
import org.printwire.event.EventBus;
import org.printwire.time.Time;

/**
 * Carries events to webhooks.
 *
 * <p>The publisher is never delayed: listening matches the event, asks for a picture (which is taken elsewhere, at
 * that moment) and puts the delivery into the outbox. Each webhook has a thread of its own, so a receiver that hangs
 * delays no other. Per webhook the order of events is kept and one request at a time is under way. A delivery may
 * arrive twice, when an answer got lost; its X-Printwire-Event-Id is then the same. It may not arrive at all, when the
 * retries are used up or the program ends: the observer is told of the former, {@link #close} returns the latter.
 */
public final class Dispatcher {

    private final List<Receiver> receivers = new ArrayList<>();
    private final RunningJob job = new RunningJob();
    private final String run = UUID.randomUUID().toString().substring(0, 13);
    private final Outbox outbox;
    private final Pictures pictures;
    private final Time time;
    private final BiFunction<String, Runnable, Thread> threads;

    /** With an outbox in memory and the usual retries. */
    public Dispatcher(List<Webhook> webhooks, Poster poster, Pictures pictures, Time time,
            BiFunction<String, Runnable, Thread> threads, DeliveryObserver observer) {
        this(webhooks, new MemoryOutbox(), poster, RetryPlan.USUAL, pictures, time, threads, observer);
    }

    /** @param threads makes the thread of that name, not started; a daemon, since a request may outlast closing */
    public Dispatcher(List<Webhook> webhooks, Outbox outbox, Poster poster, RetryPlan plan, Pictures pictures,
            Time time, BiFunction<String, Runnable, Thread> threads, DeliveryObserver observer) {
        this.outbox = outbox;
        this.pictures = pictures;
        this.time = time;
        this.threads = threads;
        for (Webhook webhook : webhooks) {
            receivers.add(new Receiver(webhook, new Subscription(webhook),
                    new Endpoint(webhook, outbox, poster, plan, time, observer)));
        }
    }

    /** Starts the threads and hears the bus from now on. Once. */
    public void start(EventBus bus) {
        for (Receiver receiver : receivers) {
            receiver.endpoint.begin();
            threads.apply("webhook-" + receiver.webhook.id(), receiver.endpoint).start();
        }
        bus.subscribe(this::hear);
    }

    /** On the publisher's thread, one event at a time (the bus sees to that). */
    private void hear(Envelope envelope) {
        job.on(envelope.event());
        Map<String, CompletableFuture<Optional<Jpeg>>> taken = new HashMap<>();
        for (Receiver receiver : receivers) {
            receiver.subscription.on(envelope, job, run).ifPresent(delivery ->
                    receiver.endpoint.add(parcel(receiver.webhook, delivery, envelope, taken)));
        }
    }

    /** Webhooks with the same camera share the picture of an event. */
    private Parcel parcel(Webhook webhook, Delivery delivery, Envelope envelope,
            Map<String, CompletableFuture<Optional<Jpeg>>> taken) {
        return webhook.snapshot()
                ? new Parcel(delivery, taken.computeIfAbsent(webhook.camera(),
                        camera -> pictures.picture(camera, job.caption(envelope))))
                : Parcel.withoutPicture(delivery);
    }

    /**
     * Hears no more events, tries to deliver what waits (what waits for a retry is tried at once), and returns when
     * all is done, or no attempt fits into the time left, or the limit is reached. Close the HTTP room after it: that
     * ends the requests that are still under way.
     *
     * @return what was neither delivered nor given up, in order for each webhook; one under way may yet have arrived
     */
    public List<Delivery> close(Duration limit) {
        long end = time.nanos() + limit.toNanos();
        receivers.forEach(receiver -> receiver.endpoint.close(end));
        Time.Timer timer = time.after(limit, this::stop);
        try {
            for (Receiver receiver : receivers) {
                receiver.endpoint.awaitEnd();
            }
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        }
        timer.cancel();
        List<Delivery> undelivered = new ArrayList<>();
        receivers.forEach(receiver -> undelivered.addAll(outbox.waiting(receiver.webhook.id())));
        return undelivered;
    }

    private void stop() {
        receivers.forEach(receiver -> receiver.endpoint.stop());
    }

    private record Receiver(Webhook webhook, Subscription subscription, Endpoint endpoint) {}
}
