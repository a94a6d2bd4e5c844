package org.printwire.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.printwire.camera.Jpeg;
import org.printwire.http.HttpAnswer;
import org.printwire.time.Time;

/**
 * One webhook's worker: takes what waits for it in order, one request at a time, and repeats as the plan says. What
 * waits behind a delivery that is being repeated waits on, so that a receiver never hears of things in the wrong
 * order. {@link #run} belongs to the thread {@code webhook-<id>}; the other methods may be called from any.
 */
final class Endpoint implements Runnable {

    private final Webhook webhook;
    private final Outbox outbox;
    private final Poster poster;
    private final RetryPlan plan;
    private final Time time;
    private final DeliveryObserver observer;

    private final List<Delivery> dropped = new ArrayList<>();
    private boolean due;
    private boolean closing;
    private long closingEnd;
    private boolean stopped;
    private boolean ended = true;

    Endpoint(Webhook webhook, Outbox outbox, Poster poster, RetryPlan plan, Time time, DeliveryObserver observer) {
        this.webhook = webhook;
        this.outbox = outbox;
        this.poster = poster;
        this.plan = plan;
        this.time = time;
        this.observer = observer;
    }

    /** Takes microseconds. Ignored once {@link #close} was called. */
    synchronized void add(Parcel parcel) {
        if (!closing) {
            dropped.addAll(outbox.add(parcel));
            notifyAll();
        }
    }

    @Override
    public void run() {
        try {
            for (Optional<Parcel> next = next(); next.isPresent(); next = next()) {
                deliver(next.get());
            }
        } catch (InterruptedException e) {
            // stop(): what waits stays in the outbox
        } finally {
            end();
        }
    }

    private Optional<Parcel> next() throws InterruptedException {
        List<Delivery> lost;
        Optional<Parcel> next;
        synchronized (this) {
            next = outbox.oldest(webhook.id());
            while (next.isEmpty() && !closing && !stopped) {
                wait();
                next = outbox.oldest(webhook.id());
            }
            lost = List.copyOf(dropped);
            dropped.clear();
            next = stopped ? Optional.empty() : next;
        }
        for (Delivery delivery : lost) {
            report(new DeliveryReport.Dropped(delivery));
        }
        return next;
    }

    private void deliver(Parcel parcel) throws InterruptedException {
        Delivery delivery = parcel.delivery();
        Optional<Jpeg> picture = picture(parcel);
        for (int attempt = 1;; attempt++) {
            long begin = time.nanos();
            Attempt outcome = plan.after(post(delivery, picture), attempt, time.wall());
            Duration took = Duration.ofNanos(time.nanos() - begin);
            if (isStopped()) {
                return;
            }
            if (outcome instanceof Attempt.Taken taken) {
                outbox.remove(delivery);
                int bytes = picture.map(jpeg -> jpeg.bytes().length).orElse(0);
                report(new DeliveryReport.Taken(delivery, taken.status(), attempt, took, bytes));
                return;
            }
            if (outcome instanceof Attempt.Buried buried) {
                outbox.remove(delivery);
                report(new DeliveryReport.Buried(delivery, attempt, buried.reason()));
                return;
            }
            Attempt.Later later = (Attempt.Later) outcome;
            report(new DeliveryReport.Delayed(delivery, attempt, later.delay(), later.reason()));
            if (!pause(later.delay())) {
                return;
            }
        }
    }

    private Optional<Jpeg> picture(Parcel parcel) throws InterruptedException {
        try {
            return parcel.picture().get();
        } catch (ExecutionException | CancellationException e) {
            return Optional.empty();
        }
    }

    /** A bug in building a request must not end the thread; its text might quote a secret. */
    private HttpAnswer post(Delivery delivery, Optional<Jpeg> picture) {
        try {
            return poster.post(webhook, delivery, picture);
        } catch (RuntimeException | LinkageError e) {
            return new HttpAnswer.Failed("internal error " + e.getClass().getName(), true);
        }
    }

    private void report(DeliveryReport report) {
        try {
            observer.on(report);
        } catch (RuntimeException e) {
            // an observer's trouble is not the webhook's
        }
    }

    /** Waits; false: no further attempt fits into what is left of the closing time. */
    private synchronized boolean pause(Duration delay) throws InterruptedException {
        if (closing && time.nanos() + delay.toNanos() - closingEnd > 0) {
            stopped = true;
            return false;
        }
        due = false;
        Time.Timer timer = time.after(delay, this::fallDue);
        while (!due && !stopped) {
            wait();
        }
        timer.cancel();
        return !stopped;
    }

    private synchronized void fallDue() {
        due = true;
        notifyAll();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** The thread is about to start. */
    synchronized void begin() {
        ended = false;
    }

    /** Nothing more comes. A delivery that waits for its next attempt gets it now. */
    synchronized void close(long endNanos) {
        closing = true;
        closingEnd = endNanos;
        fallDue();
    }

    /** No further attempt. */
    synchronized void stop() {
        closing = true;
        stopped = true;
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until the worker has ended or was told to; a request under way is not waited for. */
    synchronized void awaitEnd() throws InterruptedException {
        while (!ended && !stopped) {
            wait();
        }
    }
}
