package org.printwire.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import org.printwire.time.Time;

/**
 * Time that passes only when a test says so. Wall time and monotonic time are separate counters: {@link #jumpWall}
 * moves one alone, as setting the machine's clock does. Timers run inside {@link #advance}, on the test's thread, in
 * the order in which they are due; those due at the same moment in the order in which they were set.
 */
public final class VirtualTime implements Time {
    private final PriorityQueue<Entry> timers = new PriorityQueue<>();
    private Instant wall = Instant.parse("2026-01-01T00:00:00Z");
    private long nanos = 1_000_000_000L;
    private long sequence;

    @Override
    public synchronized Instant wall() {
        return wall;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Entry entry = new Entry(nanos + Math.max(0, delay.toNanos()), ++sequence, task);
        timers.add(entry);
        return () -> {
            synchronized (this) {
                timers.remove(entry);
            }
        };
    }

    /** Lets time pass and runs what becomes due on the way, each at its own moment. */
    public void advance(Duration span) {
        long end;
        synchronized (this) {
            end = nanos + span.toNanos();
        }
        for (Entry due = next(end); due != null; due = next(end)) {
            due.task.run();
        }
        synchronized (this) {
            passUntil(end);
        }
    }

    /** Sets the wall clock forward or back; monotonic time and timers do not notice. */
    public synchronized void jumpWall(Duration by) {
        wall = wall.plus(by);
    }

    /** When the next timer is due; {@code Long.MAX_VALUE}: none is set. */
    public synchronized long nextTimerNanos() {
        return timers.isEmpty() ? Long.MAX_VALUE : timers.peek().dueNanos;
    }

    private synchronized Entry next(long end) {
        if (timers.isEmpty() || timers.peek().dueNanos > end) {
            return null;
        }
        Entry due = timers.remove();
        passUntil(due.dueNanos);
        return due;
    }

    private void passUntil(long until) {
        if (until > nanos) {
            wall = wall.plusNanos(until - nanos);
            nanos = until;
        }
    }

    private record Entry(long dueNanos, long sequence, Runnable task) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(dueNanos, other.dueNanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
