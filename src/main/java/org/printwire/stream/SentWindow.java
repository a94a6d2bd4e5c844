package org.printwire.stream;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The lines that were sent and not yet answered, oldest first. Of the oldest the printer may have said that it has them:
 * they fill no receive buffer any more, and only their own answers are still to come.
 */
final class SentWindow {

    /**
     * One unanswered line.
     *
     * @param number its line number; -1: sent without one
     * @param bytes  its length on the wire, line end included
     * @param again  it was sent before
     * @param nanos  when it was sent, or asked after
     */
    record Sent(long number, Line line, int bytes, boolean again, long nanos) {
        boolean numbered() {
            return number >= 0;
        }
    }

    private final Deque<Sent> accepted = new ArrayDeque<>();
    private final Deque<Sent> open = new ArrayDeque<>();
    private int bytes;

    void add(Sent line) {
        open.addLast(line);
        bytes += line.bytes();
    }

    /** The oldest, or null. */
    Sent head() {
        return accepted.isEmpty() ? open.peekFirst() : accepted.peekFirst();
    }

    /** The youngest, or null. */
    Sent last() {
        return open.isEmpty() ? accepted.peekLast() : open.peekLast();
    }

    /** Takes the oldest out. */
    Sent remove() {
        return accepted.isEmpty() ? removeOpen() : accepted.removeFirst();
    }

    /** The printer has said that it has every line before this number. */
    void accept(long number) {
        while (!open.isEmpty() && open.peekFirst().number() < number) {
            accepted.addLast(removeOpen());
        }
    }

    /** The oldest counts as sent now: it was asked after. */
    void refresh(long nanos) {
        Deque<Sent> lines = accepted.isEmpty() ? open : accepted;
        Sent head = lines.removeFirst();
        lines.addFirst(new Sent(head.number(), head.line(), head.bytes(), head.again(), nanos));
    }

    /** What the printer has not said that it has is forgotten. */
    void clearOpen() {
        open.clear();
        bytes = 0;
    }

    void clear() {
        accepted.clear();
        clearOpen();
    }

    /** Unanswered lines. */
    int size() {
        return accepted.size() + open.size();
    }

    /** Unanswered lines that the printer may not have read yet. */
    int open() {
        return open.size();
    }

    /** True if the printer has said that it has the oldest. */
    boolean headAccepted() {
        return !accepted.isEmpty();
    }

    /** Bytes that may wait in the printer's receive buffer, line ends included. */
    int bytes() {
        return bytes;
    }

    private Sent removeOpen() {
        Sent head = open.removeFirst();
        bytes -= head.bytes();
        return head;
    }
}
