package org.printwire.stream;

import org.printwire.gcode.GcodeWord;
import org.printwire.gcode.PrintState;

/**
 * How long the moves last that the printer may have in its planner: until one is done the planner may have no room, and the
 * next line's {@code ok} waits for that. Distance by speed, without acceleration; a limit made of it leaves room for that.
 */
final class MoveTimes {

    /** Planner (16) and command buffer (4) of a Prusa MK3 (firmware 3.14); others have as many or fewer. */
    static final int MOVES = 20;
    /** Longer than any bed: for where the head stands before the first move. */
    private static final double UNKNOWN_MILLIMETRES = 300;
    /** Of a file that gives no speed, mm/min: what the firmware begins with (Marlin 2.1, Prusa MK3 3.14). */
    private static final double FIRST_SPEED = 1500;
    /** The way along a circle is at most its whole: pi times the way across it and more; this covers it. */
    private static final int LONGER_ROUND = 10;
    private static final int G1 = GcodeWord.code('G', 1);
    private static final char[] AXES = {'X', 'Y', 'Z', 'E'};

    private final PrintState state = new PrintState(true);
    private final long[] last = new long[MOVES];
    private final double[] before = new double[AXES.length];
    private final boolean[] known = new boolean[AXES.length];
    private int next;

    /** A line goes out for the first time. */
    void follow(Line line) {
        if (line.move()) {
            move(line.text());
        } else {
            state.follow(line.text());
        }
    }

    private void move(String text) {
        for (int i = 0; i < AXES.length; i++) {
            before[i] = state.position(AXES[i]);
            known[i] = AXES[i] == 'E' || state.known(AXES[i]);
        }
        state.follow(text);
        double squares = 0;
        for (int i = 0; i < AXES.length; i++) {
            boolean found = !known[i] && state.known(AXES[i]);
            double way = found ? UNKNOWN_MILLIMETRES : state.position(AXES[i]) - before[i];
            squares += way * way;
        }
        double speed = Double.isNaN(state.speed()) ? FIRST_SPEED : Math.max(1, state.speed());
        int longer = GcodeWord.code(text) > G1 ? LONGER_ROUND : 1;
        last[next] = (long) (Math.sqrt(squares) * longer / speed * 60e9);
        next = (next + 1) % MOVES;
    }

    /** The longest of them: so long a move may wait for room. Nanoseconds. */
    long longest() {
        long longest = 0;
        for (long nanos : last) {
            longest = Math.max(longest, nanos);
        }
        return longest;
    }

    /** All of them: so long a command may wait that lets the planner run empty first. Nanoseconds. */
    long all() {
        long sum = 0;
        for (long nanos : last) {
            sum += nanos;
        }
        return sum;
    }
}
