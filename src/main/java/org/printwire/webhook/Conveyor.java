package org.printwire.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Carries things from those who may not wait to a thread of its own, which gets all that has come together. Nothing is
 * dropped and the order is kept.
 *
 * <p>Whoever adds takes no lock, so it can never stand behind the thread that it wakes: a queue without locks, and an
 * unpark only if that thread sleeps.
 */
final class Conveyor<T> implements Runnable {

    private final Consumer<List<T>> consumer;
    private final Consumer<RuntimeException> onBug;
    private final Queue<T> queue = new ConcurrentLinkedQueue<>();
    private volatile Thread worker;
    private volatile boolean asleep;
    private volatile boolean closed;
    private boolean carrying;
    private boolean ended = true;

    /** @param onBug hears of what the consumer throws; the next load is carried all the same */
    Conveyor(Consumer<List<T>> consumer, Consumer<RuntimeException> onBug) {
        this.consumer = consumer;
        this.onBug = onBug;
    }

    /** Takes microseconds. Ignored once closed. */
    void add(T thing) {
        if (!closed) {
            queue.add(thing);
            wake();
        }
    }

    /** The thread is about to start. */
    synchronized void begin() {
        ended = false;
    }

    @Override
    public void run() {
        worker = Thread.currentThread();
        try {
            for (List<T> next = take(); !next.isEmpty(); next = take()) {
                carry(next);
            }
        } finally {
            end();
        }
    }

    private void carry(List<T> things) {
        try {
            consumer.accept(things);
        } catch (RuntimeException e) {
            onBug.accept(e);
        }
    }

    /** Empty: closed, and all has been carried. */
    private List<T> take() {
        List<T> taken = drained();
        while (taken.isEmpty()) {
            idle();
            if (closed && queue.isEmpty()) {
                return taken;
            }
            asleep = true;   // before the look at the queue: who adds after that look sees it
            if (queue.isEmpty() && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
            taken = drained();
        }
        return taken;
    }

    private synchronized List<T> drained() {
        List<T> taken = new ArrayList<>();
        for (T thing = queue.poll(); thing != null; thing = queue.poll()) {
            taken.add(thing);
        }
        carrying = !taken.isEmpty();
        return taken;
    }

    private void wake() {
        if (asleep) {
            LockSupport.unpark(worker);
        }
    }

    private synchronized void idle() {
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Nothing more comes. The thread ends when all has been carried. */
    void close() {
        closed = true;
        wake();
    }

    /** Waits until all that was added has been carried, or for {@link #abandon}. */
    synchronized void awaitIdle() throws InterruptedException {
        while (!ended && (carrying || !queue.isEmpty())) {
            wait();
        }
    }

    /** Waits for the end of the thread, or for {@link #abandon}. */
    synchronized void awaitEnd() throws InterruptedException {
        while (!ended) {
            wait();
        }
    }

    /** Whoever waits for the end waits no longer. */
    synchronized void abandon() {
        end();
    }
}
