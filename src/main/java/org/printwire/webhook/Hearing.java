package org.printwire.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.printwire.camera.Caption;
import org.printwire.camera.Jpeg;
import org.printwire.event.Envelope;
import org.printwire.time.Time;

/**
 * Makes deliveries of events: who is told, with which values, and whether a picture goes along. Belongs to the thread
 * {@code webhook}, but for {@link #awaitsCooling} and {@link #close}.
 */
final class Hearing {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Map<String, Shot> lastShots = new HashMap<>();
    private final List<Ear> ears;
    private final RunningJob job = new RunningJob();
    private final String run = UUID.randomUUID().toString().substring(0, 13);
    private final Situation situation;
    private final Composer composer;
    private final Pictures pictures;
    private final Time time;
    private final Intake intake;
    private final Shots shots;
    private final Moment moment;

    Hearing(List<Webhook> webhooks, Situation situation, Pictures pictures, Time time, Intake intake, Shots shots) {
        var ids = webhooks.stream().map(Webhook::id).collect(Collectors.toUnmodifiableSet());
        this.ears = webhooks.stream().map(webhook -> new Ear(webhook, new Subscription(webhook, ids),
                new Restraint(webhook.settings()))).toList();
        this.situation = situation;
        this.composer = new Composer(situation);
        this.pictures = pictures;
        this.time = time;
        this.intake = intake;
        this.shots = shots;
        this.moment = new Moment(time);
    }

    void hear(Envelope envelope) {
        situation.on(envelope);
        job.on(envelope.event());
        moment.on(envelope.event());
        List<Delivery> made = new ArrayList<>();
        Map<String, Object> shared = null;
        for (Ear ear : ears) {
            Optional<Subscription.Message> message = ear.subscription.on(envelope, job);
            OptionalInt held = message.isEmpty() ? OptionalInt.empty()
                    : ear.restraint.pass(message.get().name(), envelope.time(), time.nanos());
            if (held.isPresent()) {
                shared = shared == null ? composer.shared(envelope, run + "-" + envelope.sequence()) : shared;
                made.add(composer.delivery(ear.webhook, message.get(), held.getAsInt(), envelope, shared));
            }
        }
        if (!made.isEmpty()) {
            Duration wait = moment.waits(envelope.event()) ? Moment.MOST : Duration.ZERO;
            List<Delivery> shown = made.stream()
                    .filter(each -> each.picture() != null && shots.expect(each, wait)).toList();
            intake.made(made);
            shown.forEach(each -> photograph(each, envelope));
        }
    }

    private void photograph(Delivery delivery, Envelope envelope) {
        Caption caption = job.caption(envelope);
        var limit = ears.stream().map(ear -> ear.webhook.settings().snapshotLimit()).max(Comparable::compareTo);
        boolean waits = moment.waits(envelope.event());
        CompletableFuture<Void> now = waits ? moment.next() : CompletableFuture.completedFuture(null);
        now.thenCompose(go -> taken(delivery, caption, limit.orElseThrow(), waits)).whenComplete((picture, failure) ->
                intake.taken(delivery, failure == null ? picture : Optional.empty()));
    }

    /**
     * One of now; for a report of a changing value one of a moment ago will do, or thin layers would cost a Pi its time. What
     * has waited for the right moment takes none that has not.
     */
    private synchronized CompletableFuture<Optional<Jpeg>> taken(Delivery delivery, Caption caption, Duration limit, boolean waited) {
        String kind = (waited ? "waited " : "at once ") + delivery.picture();
        Shot last = lastShots.get(kind);
        long now = time.nanos();
        if (last != null && delivery.topic().newestOnly() && now - last.nanos < A_MOMENT.toNanos()) {
            return last.picture;
        }
        CompletableFuture<Optional<Jpeg>> picture = pictures.picture(delivery.picture(), caption, limit);
        lastShots.put(kind, new Shot(now, picture));
        return picture;
    }

    /** What was heard last has been heard: pictures wait for no better moment. Any thread. */
    void close() {
        moment.close();
    }

    /** A Cooled Down is to come. Any thread. */
    boolean awaitsCooling() {
        return ears.stream().anyMatch(ear -> ear.subscription.awaitsCooling());
    }

    private record Shot(long nanos, CompletableFuture<Optional<Jpeg>> picture) {}

    private record Ear(Webhook webhook, Subscription subscription, Restraint restraint) {}
}
