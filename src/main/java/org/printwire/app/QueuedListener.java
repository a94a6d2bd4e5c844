package org.printwire.app;

import java.util.List;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.printwire.event.Envelope;
import org.printwire.event.Event;

/**
 * Puts a queue between the bus and a listener that may be slow: a terminal that was stopped with Ctrl-S, a disk. The
 * publisher is never held up. When {@value #LIMIT} events wait, those that only say how things stand (progress,
 * temperatures, positions) are dropped; all others are kept.
 */
final class QueuedListener implements Consumer<Envelope> {

    static final int LIMIT = 1000;

    private final Consumer<Envelope> listener;
    private final Deque<Envelope> queue = new ArrayDeque<>();
    private boolean closed;
    private boolean busy;

    QueuedListener(Consumer<Envelope> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void accept(Envelope envelope) {
        if (queue.size() < LIMIT || !passing(envelope.event())) {
            queue.addLast(envelope);
            notifyAll();
        }
    }

    /** Hands the events on; the body of the listener's thread. */
    void run() {
        Envelope next = take();
        while (next != null) {
            listener.accept(next);
            next = take();
        }
    }

    /** No more events come; returns when those that wait were handed on, or after {@code millis}. */
    synchronized void close(long millis) throws InterruptedException {
        closed = true;
        notifyAll();
        if (!queue.isEmpty() || busy) {
            wait(millis);
        }
    }

    /** Closes one after the other. */
    static void finish(List<QueuedListener> listeners, long millis) {
        try {
            for (QueuedListener listener : listeners) {
                listener.close(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Envelope take() {
        busy = false;
        while (queue.isEmpty()) {
            if (closed) {
                notifyAll();
                return null;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                return null;
            }
        }
        busy = true;
        return queue.removeFirst();
    }

    private static boolean passing(Event event) {
        return event instanceof Event.ProgressChanged || event instanceof Event.TemperaturesReported
                || event instanceof Event.PositionReported || event instanceof Event.LayerChanged
                || event instanceof Event.ZChanged;
    }
}
