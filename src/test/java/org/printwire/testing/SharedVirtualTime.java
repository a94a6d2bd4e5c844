package org.printwire.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.printwire.time.Time;

/**
 * A clock that stands until a test moves it, for tests in which real threads wait for timers. A task runs on the thread
 * that calls {@link #advance}.
 */
public final class SharedVirtualTime implements Time {

    private static final Instant ORIGIN = Instant.parse("2026-11-23T12:00:00Z");

    private final List<Task> tasks = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized Instant wall() {
        return ORIGIN.plusNanos(nanos);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Task timer = new Task(nanos + delay.toNanos(), task);
        tasks.add(timer);
        return timer;
    }

    /** Timers that have neither run nor been taken back. */
    public synchronized int pending() {
        return tasks.size();
    }

    /** Moves on, running what falls due in its order. */
    public void advance(Duration step) {
        long end = nanos() + step.toNanos();
        for (Optional<Task> next = takeDue(end); next.isPresent(); next = takeDue(end)) {
            next.get().task.run();
        }
    }

    private synchronized Optional<Task> takeDue(long end) {
        Optional<Task> next = tasks.stream().filter(task -> task.due <= end).min(Comparator.comparing(task -> task.due));
        nanos = next.map(task -> Math.max(nanos, task.due)).orElse(end);
        next.ifPresent(tasks::remove);
        return next;
    }

    private final class Task implements Timer {
        private final long due;
        private final Runnable task;

        Task(long due, Runnable task) {
            this.due = due;
            this.task = task;
        }

        @Override
        public void cancel() {
            synchronized (SharedVirtualTime.this) {
                tasks.remove(this);
            }
        }
    }
}
