package org.printwire.webhook;

import java.time.Duration;
import org.printwire.time.Time;

/**
 * What an {@link Endpoint}'s thread waits for between requests: news, the end of a rest, the end of the program. Safe for
 * several threads.
 */
final class Patience {

    private final Time time;
    private boolean news;
    private boolean due;
    private boolean closing;
    private long closingEnd;
    private boolean stopped;
    private boolean ended = true;

    Patience(Time time) {
        this.time = time;
    }

    /** The worker's thread is about to start. */
    synchronized void begin() {
        ended = false;
    }

    synchronized boolean goesOn() {
        return !stopped;
    }

    /** Something was put into the outbox for this webhook. */
    synchronized void tell() {
        news = true;
        notifyAll();
    }

    /** Nothing waits: returns with the next news, or after that time; while closing it is the end. */
    synchronized void forNews(Duration limit) throws InterruptedException {
        if (closing && !news) {
            stopped = true;
            return;
        }
        due = false;
        Time.Timer timer = time.after(limit, this::fallDue);
        while (!news && !due && !closing && !stopped) {
            wait();
        }
        timer.cancel();
        news = false;
    }

    /** The receiver is left alone for so long; closing ends a rest, and forbids one that it has no time for. */
    synchronized void rest(Duration delay) throws InterruptedException {
        if (closing && time.nanos() + delay.toNanos() - closingEnd > 0) {
            stopped = true;
            return;
        }
        due = false;
        Time.Timer timer = time.after(delay, this::fallDue);
        while (!due && !stopped) {
            wait();
        }
        timer.cancel();
    }

    private synchronized void fallDue() {
        due = true;
        notifyAll();
    }

    /** Nothing more comes. What rests gets its next attempt now. */
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

    synchronized boolean isStopped() {
        return stopped;
    }

    /** The worker's thread is at its end. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until the worker has ended or was stopped; a request under way is not waited for. */
    synchronized void awaitEnd() throws InterruptedException {
        while (!ended && !stopped) {
            wait();
        }
    }
}
