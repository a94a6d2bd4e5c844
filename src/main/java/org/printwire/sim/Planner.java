package org.printwire.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The queue of moves: 16 blocks of which 15 can be used, each taking its time, one after another. */
final class Planner {
    static final int USABLE = 15;

    /**
     * A move that is being made or waits.
     *
     * @param sequence of its entry in the {@link ExecutedLog}; 0: a move of the firmware itself
     * @param number   the line number it came with
     * @param from     where the head was before, X Y Z E, mm
     */
    record Block(long sequence, long number, long nanos, double[] from) {}

    private final Deque<Block> blocks = new ArrayDeque<>();
    private long headEndNanos;

    boolean full() {
        return blocks.size() >= USABLE;
    }

    boolean empty() {
        return blocks.isEmpty();
    }

    int size() {
        return blocks.size();
    }

    /** Queues a move; one that takes no time is over at once. */
    void add(Block block, long nowNanos) {
        if (block.nanos <= 0) {
            return;
        }
        if (blocks.isEmpty()) {
            headEndNanos = nowNanos + block.nanos;
        }
        blocks.addLast(block);
    }

    /** Lets the moves run that are over by now. */
    void advance(long nowNanos) {
        while (!blocks.isEmpty() && headEndNanos <= nowNanos) {
            blocks.removeFirst();
            if (!blocks.isEmpty()) {
                headEndNanos += blocks.peekFirst().nanos;
            }
        }
    }

    /** When the move that is being made ends; {@code Long.MAX_VALUE}: none is made. */
    long nextEndNanos() {
        return blocks.isEmpty() ? Long.MAX_VALUE : headEndNanos;
    }

    /** The entry of the oldest move not over; {@code Long.MAX_VALUE}: none. */
    long oldestSequence() {
        return blocks.isEmpty() ? Long.MAX_VALUE : blocks.peekFirst().sequence;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** Throws all moves away. */
    List<Block> clear() {
        List<Block> dropped = List.copyOf(blocks);
        blocks.clear();
        return dropped;
    }
}
