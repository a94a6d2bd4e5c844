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

    ExecutedLog(boolean keeps) {
        this.keeps = keeps;
    }

    /** @return the entry's sequence number, by which the planner knows it */
    long add(Command command) {
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
     * Takes back moves that were not made, and since the oldest of them every command whose line number the printer
     * will ask for again.
     *
     * @param notMade   sequence numbers of planner blocks
     * @param lastValid the line number the printer goes back to
     */
    void takeBack(Set<Long> notMade, long lastValid) {
        open.removeIf(entry -> notMade.contains(entry.sequence) || entry.number > lastValid);
    }

    ExecutedHash hash() {
        ExecutedHash hash = settled.copy();
        open.forEach(entry -> hash.add(entry.text));
        return hash;
    }

    List<String> executed() {
        List<String> all = new ArrayList<>(kept);
        open.forEach(entry -> all.add(entry.text));
        return all;
    }
}
