package org.printwire.stream;

import java.util.ArrayDeque;
import java.util.Deque;

/** The lines that were sent and not yet answered, oldest first. */
final class SentWindow {

    /**
     * One unanswered line.
     *
     * @param number its line number; -1: sent without one
     * @param bytes  its length on the wire, line end included
     * @param again  it was sent before
     * @param nanos  when it was sent
     */
    record Sent(long number, Line line, int bytes, boolean again, long nanos) {
        boolean numbered() {
            return number >= 0;
        }
    }

    private final Deque<Sent> sent = new ArrayDeque<>();
    private int bytes;

    void add(Sent line) {
        sent.addLast(line);
        bytes += line.bytes();
    }

    /** The oldest, or null. */
    Sent head() {
        return sent.peekFirst();
    }

    /** The youngest, or null. */
    Sent last() {
        return sent.peekLast();
    }

    /** Takes the oldest out. */
    Sent remove() {
        Sent head = sent.removeFirst();
        bytes -= head.bytes();
        return head;
    }

    /** The oldest counts as sent now: it was asked after. */
    void refresh(long nanos) {
        Sent head = sent.removeFirst();
        sent.addFirst(new Sent(head.number(), head.line(), head.bytes(), head.again(), nanos));
    }

    void clear() {
        sent.clear();
        bytes = 0;
    }

    int size() {
        return sent.size();
    }

    /** Bytes unanswered, line ends included. */
    int bytes() {
        return bytes;
    }
}
