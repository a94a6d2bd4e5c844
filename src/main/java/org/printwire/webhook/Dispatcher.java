package org.printwire.webhook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.printwire.event.Envelope;
import org.printwire.event.EventBus;
import org.printwire.time.Time;

/**
 * Carries events to webhooks.
 *
 * <p>The publisher only puts the event into a queue. On the thread {@code webhook} it is decided who is told what, and a
 * picture is asked for; on {@code store} it goes to the disk; and each webhook has a thread of its own that sends, so a
 * receiver that hangs delays no other. Per webhook the order of events is kept and one request at a time is under way. A
 * delivery may arrive twice, when an answer or the mark that it was taken got lost; its event id is then the same. It is
 * never lost: it is tried until it is taken or buried with a reason, also by the next run of the program.
 */
public final class Dispatcher {

    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final BiFunction<String, Runnable, Thread> threads;
    private final Outbox outbox;
    private final Time time;
    private final Hearing hearing;
    private final Duration pictureLimit;
    private final Shots shots;
    private final Intake intake;
    private final Conveyor<Envelope> inbox;

    /** What a dispatcher is made of; each part can be replaced by a fake. */
    public record Parts(Outbox outbox, Situation situation, Poster poster, Pictures pictures, RetryPlan plan, Time time,
            DeliveryObserver observer) {}

    /** @param threads makes the thread of that name, not started; a daemon, since a request may outlast closing */
    public Dispatcher(List<Webhook> webhooks, Parts parts, BiFunction<String, Runnable, Thread> threads) {
        this.threads = threads;
        this.outbox = parts.outbox();
        this.time = parts.time();
        this.pictureLimit = webhooks.stream().map(webhook -> webhook.settings().snapshotLimit())
                .max(Comparable::compareTo).orElse(Duration.ZERO);
        this.shots = new Shots(outbox, time);
        Endpoint.Desk desk = new Endpoint.Desk(outbox, shots, parts.poster(), parts.plan(), time, Math::random,
                parts.observer());
        webhooks.forEach(webhook -> endpoints.put(webhook.id(), new Endpoint(webhook, desk)));
        intake = new Intake(outbox, shots, this::announce, text -> desk.report(new DeliveryReport.Trouble("", text)));
        hearing = new Hearing(webhooks, parts.situation(), parts.pictures(), time, intake, shots);
        inbox = new Conveyor<>(events -> events.forEach(hearing::hear),
                bug -> desk.report(new DeliveryReport.Trouble("", "internal error: " + bug)));
    }

    /** Starts the threads: what waits since an earlier run goes out at once. Once. */
    public void start() {
        intake.start(threads);
        inbox.begin();
        threads.apply("webhook", inbox).start();
        endpoints.forEach((id, endpoint) -> {
            endpoint.patience().begin();
            threads.apply("webhook-" + id, endpoint).start();
        });
    }

    /** Hears the bus from now on. */
    public void listen(EventBus bus) {
        bus.subscribe(inbox::add);
    }

    private void announce(Delivery stored) {
        Endpoint endpoint = endpoints.get(stored.webhook());
        if (endpoint != null) {
            endpoint.patience().tell();
        }
    }

    /** A webhook waits for the printer to cool down. Any thread. */
    public boolean awaitsCooling() {
        return hearing.awaitsCooling();
    }

    /**
     * Hears no more events, tries to deliver what waits (what rests is tried at once), and returns when all is done, or
     * no attempt fits into the time left, or the limit is reached; and the pictures that are being taken are kept. Close
     * the HTTP room after it: that ends the requests that are still under way. The outbox stays open.
     *
     * @return how many still wait, by webhook, none left out; one under way may yet have arrived
     * @throws OutboxException the disk does not say
     */
    public Map<String, Integer> close(Duration limit) throws OutboxException {
        long end = time.nanos() + limit.toNanos();
        Time.Timer timer = time.after(limit, this::abandon);
        try {
            inbox.close();
            inbox.awaitEnd();
            hearing.close();
            intake.awaitIdle();   // not closed yet: pictures of the last events are still to come
            endpoints.values().forEach(endpoint -> endpoint.patience().close(end));
            for (Endpoint endpoint : endpoints.values()) {
                endpoint.patience().awaitEnd();
            }
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
        }
        timer.cancel();
        awaitPictures();
        intake.close();
        Map<String, Integer> waiting = new LinkedHashMap<>();
        for (String webhook : endpoints.keySet()) {
            waiting.put(webhook, outbox.waiting(webhook));
        }
        return waiting;
    }

    /** Also those of messages that are kept for the next run: a picture cannot be taken again. */
    private void awaitPictures() {
        Time.Timer timer = time.after(pictureLimit, shots::abandon);
        try {
            shots.awaitAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timer.cancel();
    }

    private void abandon() {
        inbox.abandon();
        intake.abandon();
        endpoints.values().forEach(endpoint -> endpoint.patience().stop());
    }
}
