package org.printwire.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The commands that were executed, in order. A move counts from the moment it is in the planner; when the planner is
 * thrown away before the move was made, the entry is taken back.
 */
final class ExecutedLog {
    private record Entry(long sequence, long number, String text) {}

    private final boolean keeps;
    private final Deque<Entry> open = new ArrayDeque<>();
    private final ExecutedHash settled = new ExecutedHash();
    private final List<String> kept = new ArrayList<>();
    private long sequence;
    private long version;

    ExecutedLog(boolean keeps) {
        this.keeps = keeps;
    }

    /** @return the entry's sequence number, by which the planner knows it */
    long add(Command command) {
        version++;
        open.addLast(new Entry(++sequence, command.number(), command.text()));
        return sequence;
    }

    /** Nothing older than this entry will be taken back any more. */
    void settle(long oldestOpen) {
        while (!open.isEmpty() && open.peekFirst().sequence < oldestOpen) {
            String text = open.removeFirst().text;
            settled.add(text);
            if (keeps) {
                kept.add(text);
            }
        }
    }

    /**
     * Takes back moves that were not made, and what was executed after the oldest of them and will be asked for again.
     * What is asked for again though it was done before that counts twice.
     *
     * @param notMade   sequence numbers of planner blocks
     * @param lastValid the line number the printer goes back to
     */
    void takeBack(Set<Long> notMade, long lastValid) {
        version++;
        long oldest = Long.MAX_VALUE;
        for (long one : notMade) {
            oldest = one > 0 ? Math.min(oldest, one) : oldest;
        }
        long first = oldest;
        open.removeIf(entry -> notMade.contains(entry.sequence) || entry.sequence >= first && entry.number > lastValid);
    }

    /** Changes with every entry. */
    long version() {
        return version;
    }

    /** How many entries, from the first, will not be taken back any more; 0 where they are not kept. */
    int settled() {
        return kept.size();
    }

    /** How many entries, from the first, are older than this one. */
    int before(long oldestOpen) {
        return kept.size() + (int) open.stream().filter(entry -> entry.sequence < oldestOpen).count();
    }

    ExecutedHash hash() {
        ExecutedHash hash = settled.copy();
        open.forEach(entry -> hash.add(entry.text));
        return hash;
    }

    List<String> executedFrom(int first) {
        List<String> all = new ArrayList<>(kept.subList(Math.min(first, kept.size()), kept.size()));
        int skip = Math.max(0, first - kept.size());
        for (Entry entry : open) {
            if (skip-- <= 0) {
                all.add(entry.text);
            }
        }
        return all;
    }
}
