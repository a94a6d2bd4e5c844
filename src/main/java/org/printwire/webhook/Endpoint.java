package org.printwire.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.printwire.camera.Jpeg;
import org.printwire.config.WebhookSection.Method;
import org.printwire.http.HttpAnswer;
import org.printwire.time.Time;

/**
 * One webhook's worker: takes what waits for it in order, one request at a time, and repeats as the plan says. What
 * waits behind a delivery that is being repeated waits on, so that a receiver never hears of things in the wrong
 * order. Where another program on this machine sends for the same webhook already, this one waits until that ends;
 * the other sends this one's messages too.
 *
 * <p>{@link #run} belongs to the thread {@code webhook-<id>}; {@link #patience} may be used from any.
 */
final class Endpoint implements Runnable {

    /** How soon the messages that another program has put into the outbox are seen. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Webhook webhook;
    private final Desk desk;
    private final EndpointHealth health = new EndpointHealth();
    private final Patience patience;
    private boolean mine;
    private boolean detourTold;

    /**
     * What the endpoints of a dispatcher share.
     *
     * @param chance 0 to 1, for jitter
     */
    record Desk(Outbox outbox, Shots shots, Poster poster, RetryPlan plan, Time time, DoubleSupplier chance,
            DeliveryObserver observer) {

        void report(DeliveryReport report) {
            try {
                observer.on(report);
            } catch (RuntimeException e) {
                // an observer's trouble is not the webhook's
            }
        }
    }

    Endpoint(Webhook webhook, Desk desk) {
        this.webhook = webhook;
        this.desk = desk;
        this.patience = new Patience(desk.time());
    }

    /** What this thread waits for, and who ends its waiting. */
    Patience patience() {
        return patience;
    }

    @Override
    public void run() {
        try {
            while (patience.goesOn()) {
                round();
            }
        } catch (InterruptedException e) {
            // stopped: what waits stays in the outbox
        } finally {
            desk.outbox().release(webhook.id());
            patience.end();
        }
    }

    private void round() throws InterruptedException {
        Optional<Outbox.Waiting> next = Optional.empty();
        try {
            mine = mine || desk.outbox().claim(webhook.id());
            next = mine ? desk.outbox().oldest(webhook.id(), 0) : Optional.empty();
            if (next.isPresent()) {
                deliver(next.get());
            }
        } catch (OutboxException e) {
            desk.report(new DeliveryReport.Trouble(webhook.id(), "webhook " + webhook.id() + ": " + e.getMessage()));
            next = Optional.empty();   // the disk is given a moment, too
        }
        if (next.isEmpty()) {
            patience.forNews(LOOK_AGAIN);
        }
    }

    private void deliver(Outbox.Waiting waiting) throws InterruptedException, OutboxException {
        Delivery delivery = waiting.delivery();
        Optional<String> disabled = desk.outbox().disabled(webhook.id(), webhook.address());
        if (disabled.isPresent()) {
            bury(delivery, waiting.attempts(), disabled.get());
            return;
        }
        Optional<Jpeg> picture = desk.shots().of(delivery, webhook.settings().snapshotLimit());
        int attempt = waiting.attempts() + 1;
        long begin = desk.time().nanos();
        HttpAnswer answer = post(delivery, attempt, picture);
        if (patience.isStopped()) {
            return;   // the request may have been broken off by the end of the program
        }
        Instant now = desk.time().wall();
        Attempt outcome = desk.plan().after(answer, health.failures(), Duration.between(delivery.time(), now),
                webhook.settings().retryFor(), now, desk.chance().getAsDouble());
        if (outcome instanceof Attempt.Taken taken) {
            Duration took = Duration.ofNanos(desk.time().nanos() - begin);
            recovered();
            warnOfDetour((HttpAnswer.Answered) answer);
            desk.outbox().taken(delivery, attempt, taken.status(), took, now);
            desk.report(new DeliveryReport.Taken(delivery, taken.status(), attempt, took,
                    Duration.between(delivery.time(), now), picture.map(jpeg -> jpeg.bytes().length).orElse(0)));
        } else if (outcome instanceof Attempt.Later later) {
            postpone(delivery, attempt, later, now);
        } else if (outcome instanceof Attempt.Buried buried) {
            if (answer instanceof HttpAnswer.Answered answered && answered.status() < 500) {
                recovered();   // it refuses this message, but it is there
            }
            bury(delivery, attempt, buried.reason());
        } else if (outcome instanceof Attempt.Gone gone) {
            desk.outbox().disable(webhook.id(), webhook.address(), "the receiver " + gone.reason() + " before", now);
            bury(delivery, attempt, gone.reason());
            desk.report(new DeliveryReport.Disabled(webhook.id()));
        }
    }

    private void postpone(Delivery delivery, int attempt, Attempt.Later later, Instant now)
            throws InterruptedException, OutboxException {
        boolean first = health.failures() == 0;
        boolean rests = health.failed(desk.time().nanos());
        desk.outbox().postponed(delivery, attempt, later.reason(), now.plus(later.delay()));
        desk.report(new DeliveryReport.Delayed(delivery, attempt, later.delay(), later.reason(), first));
        if (rests) {
            desk.report(new DeliveryReport.Resting(webhook.id(), health.failures(), later.delay()));
        }
        patience.rest(later.delay());
    }

    private void bury(Delivery delivery, int attempts, String reason) throws OutboxException {
        desk.outbox().buried(delivery, attempts, reason, desk.time().wall());
        desk.report(new DeliveryReport.Buried(delivery, attempts, reason));
    }

    /** Told once: a redirect that leaves the body behind may have left the message behind. */
    private void warnOfDetour(HttpAnswer.Answered answer) {
        boolean lost = webhook.settings().method() != Method.GET
                && answer.hops().stream().anyMatch(hop -> hop.method().equals("GET"));
        if (lost && !detourTold) {
            detourTold = true;
            desk.report(new DeliveryReport.Trouble(webhook.id(), "webhook " + webhook.id() + ": the receiver sends us on"
                    + " to " + answer.hops().get(answer.hops().size() - 1).site() + ", where a GET without the message"
                    + " arrives: write the new address as url"));
        }
    }

    private void recovered() {
        Duration away = health.recovered(desk.time().nanos());
        if (!away.isZero()) {
            desk.report(new DeliveryReport.Recovered(webhook.id(), away));
        }
    }

    /** A bug in building a request must not end the thread; its text might quote a secret. */
    private HttpAnswer post(Delivery delivery, int attempt, Optional<Jpeg> picture) {
        try {
            return desk.poster().post(webhook, delivery, attempt, picture);
        } catch (RuntimeException | LinkageError e) {
            return new HttpAnswer.Failed("internal error " + e.getClass().getName(), true);
        }
    }
}
