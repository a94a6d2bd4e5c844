package org.printwire.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The queue of moves: 16 blocks of which 15 can be used, each taking its time, one after another. */
final class Planner {
    static final int USABLE = 15;

    /** A move that is being made or waits. */
    static final class Block {
        private final long sequence;
        private final long nanos;
        private final double[] from;
        private int lines;

        /**
         * @param sequence of its entry in the {@link ExecutedLog}; 0: a move of the firmware itself
         * @param from     where the head was before, X Y Z E, mm
         */
        Block(long sequence, long nanos, double[] from) {
            this.sequence = sequence;
            this.nanos = nanos;
            this.from = from;
        }

        long sequence() {
            return sequence;
        }

        double[] from() {
            return from;
        }
    }

    private final Deque<Block> blocks = new ArrayDeque<>();
    private long headEndNanos;
    private long lastEndNanos = Long.MIN_VALUE / 2;

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
            lastEndNanos = headEndNanos;
            if (!blocks.isEmpty()) {
                headEndNanos += blocks.peekFirst().nanos;
            }
        }
    }

    /** When the move that is being made ends; {@code Long.MAX_VALUE}: none is made. */
    long nextEndNanos() {
        return blocks.isEmpty() ? Long.MAX_VALUE : headEndNanos;
    }

    /** When the latest move that is over ended; long ago, if none was made. */
    long lastEndNanos() {
        return lastEndNanos;
    }

    /** The entry of the oldest move not over; {@code Long.MAX_VALUE}: none. */
    long oldestSequence() {
        return blocks.isEmpty() ? Long.MAX_VALUE : blocks.peekFirst().sequence;
    }

    /** A numbered command is through: it belongs to the newest move, if there is one (planner_add_sd_length of MK3). */
    void countLine() {
        if (!blocks.isEmpty()) {
            blocks.peekLast().lines++;
        }
    }

    /** How many numbered commands would have to be done again if all moves were lost now. */
    int lines() {
        int lines = 0;
        for (Block block : blocks) {
            lines += block.lines;
        }
        return lines;
    }

    /** Throws all moves away. */
    List<Block> clear() {
        List<Block> dropped = List.copyOf(blocks);
        blocks.clear();
        return dropped;
    }
}
