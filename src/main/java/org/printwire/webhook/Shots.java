package org.printwire.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.printwire.camera.Jpeg;
import org.printwire.time.Time;

/**
 * The pictures of events that are still being taken or stored: one for all webhooks that want the same camera. Safe for
 * several threads.
 */
final class Shots {

    private final Outbox outbox;
    private final Time time;
    private final Map<String, Shot> pending = new HashMap<>();
    private boolean abandoned;

    Shots(Outbox outbox, Time time) {
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * A picture for this delivery is about to be taken, if it is not for another one already: then false.
     *
     * @param wait until it is asked for at the latest
     */
    synchronized boolean expect(Delivery delivery, Duration wait) {
        Shot shot = new Shot(new CompletableFuture<>(), time.nanos() + wait.toNanos());
        return pending.putIfAbsent(key(delivery), shot) == null;
    }

    /** It has been taken and stored; empty: none could be had. */
    void arrived(Delivery delivery, Optional<Jpeg> picture) {
        Shot shot;
        synchronized (this) {
            shot = pending.remove(key(delivery));
        }
        if (shot != null) {
            shot.picture.complete(picture);
        }
        nothingMissing();
    }

    private synchronized void nothingMissing() {
        notifyAll();
    }

    /** Waits until none is missing, or for {@link #abandon}. */
    synchronized void awaitAll() throws InterruptedException {
        while (!abandoned && !pending.isEmpty()) {
            wait();
        }
    }

    /** Whoever waits for pictures waits no longer. */
    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /**
     * The picture that goes along: waits for it until the limit since it was asked for has passed; one of an earlier run of
     * the program is in the outbox.
     */
    Optional<Jpeg> of(Delivery delivery, Duration limit) throws InterruptedException, OutboxException {
        if (delivery.picture() == null) {
            return Optional.empty();
        }
        Shot shot = shot(delivery);
        return shot == null ? outbox.picture(delivery.eventId(), delivery.picture()) : inTime(shot, limit);
    }

    private Optional<Jpeg> inTime(Shot shot, Duration limit) throws InterruptedException {
        CompletableFuture<Optional<Jpeg>> picture = shot.picture.copy();
        long left = limit.toNanos() - (time.nanos() - shot.askedNanos);
        Time.Timer timer = time.after(Duration.ofNanos(Math.max(0, left)), () -> picture.complete(Optional.empty()));
        try {
            return picture.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a picture's future ended with an exception", e);
        } finally {
            timer.cancel();
        }
    }

    private synchronized Shot shot(Delivery delivery) {
        return pending.get(key(delivery));
    }

    private static String key(Delivery delivery) {
        return delivery.eventId() + " " + delivery.picture();
    }

    private record Shot(CompletableFuture<Optional<Jpeg>> picture, long askedNanos) {}
}
