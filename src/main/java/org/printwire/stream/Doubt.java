package org.printwire.stream;

import java.time.Duration;

/**
 * What is not known about the lines in flight, and is being found out: a request that is not complete, its repeats, a probe,
 * an answer that may not come. While any of them is open nothing goes out: it might be thrown away with the bad line.
 */
final class Doubt {

    /** How long a line that may have been flushed together with a stale one is waited for before it goes out again. */
    static final Duration SUSPECT_LIMIT = Duration.ofMillis(600);
    static final long NEVER = Long.MAX_VALUE;

    final ResendRequest request = new ResendRequest();
    final Echoes echoes = new Echoes();
    final Probe probe = new Probe();
    final Place place = new Place();
    /** Until when the answers to what is unanswered are waited for, although something is wrong. */
    private long suspectDeadline = NEVER;

    /** Nothing may go out but a probe. */
    boolean open() {
        return place.lost() || request.open() || echoes.awaited() || probe.out() || suspects();
    }

    /** The answers to what is unanswered may never come: they are waited for so long; {@link #NEVER}: as long as any other. */
    void suspect(long until) {
        suspectDeadline = until;
    }

    boolean suspects() {
        return suspectDeadline != NEVER;
    }

    /** The time of {@link #suspect} is over. */
    boolean confirmed(long nanos) {
        return nanos >= suspectDeadline;
    }

    /** Nothing is wrong with what is unanswered. */
    void clearSuspicion() {
        probe.forget();
        suspectDeadline = NEVER;
    }

    /** Repeats and answers that are overdue are not waited for any longer. */
    void expire(long nanos) {
        if (nanos >= echoes.deadline()) {
            echoes.close();
        }
        if (nanos >= probe.deadline()) {
            probe.close();
        }
    }

    /** When something is overdue; {@link Long#MAX_VALUE}: nothing is awaited. */
    long deadline() {
        return Math.min(suspectDeadline, Math.min(echoes.deadline(), probe.deadline()));
    }

    /** All of it is forgotten: a new count begins, or the printer is asked anew. */
    void close() {
        request.close();
        echoes.close();
        probe.close();
        clearSuspicion();
    }
}
