package org.printwire.stream;

import java.util.Arrays;
import org.printwire.gcode.GcodeWord;

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
    private static final int G0 = GcodeWord.code('G', 0);
    private static final int G1 = GcodeWord.code('G', 1);
    private static final int G2 = GcodeWord.code('G', 2);
    private static final int G3 = GcodeWord.code('G', 3);
    private static final int G28 = GcodeWord.code('G', 28);
    private static final int G90 = GcodeWord.code('G', 90);
    private static final int G91 = GcodeWord.code('G', 91);
    private static final int G92 = GcodeWord.code('G', 92);
    private static final int M82 = GcodeWord.code('M', 82);
    private static final int M83 = GcodeWord.code('M', 83);
    private static final char[] AXES = {'X', 'Y', 'Z', 'E'};

    private final double[] at = {Double.NaN, Double.NaN, Double.NaN, 0};
    private final long[] last = new long[MOVES];
    private int next;
    private double speed = FIRST_SPEED;
    private boolean relative;
    private boolean relativeExtrusion;

    /** A line goes out for the first time. */
    void follow(String text) {
        int code = GcodeWord.code(text);
        if (code == G0 || code == G1) {
            move(text, 1);
        } else if (code == G2 || code == G3) {
            // The way along a circle is at most its whole: pi times the way across it and more; ten covers it.
            move(text, 10);
        } else if (code == G90 || code == G91) {
            relative = code == G91;
            relativeExtrusion = relative;
        } else if (code == M82 || code == M83) {
            relativeExtrusion = code == M83;
        } else if (code == G28) {
            Arrays.fill(at, 0, 3, 0);
        } else if (code == G92) {
            for (int axis = 0; axis < AXES.length; axis++) {
                at[axis] = GcodeWord.value(text, AXES[axis], at[axis]);
            }
        }
    }

    private void move(String text, int longer) {
        speed = Math.max(1, GcodeWord.value(text, 'F', speed));
        double squares = 0;
        for (int axis = 0; axis < AXES.length; axis++) {
            double way = way(axis, GcodeWord.value(text, AXES[axis], Double.NaN));
            squares += way * way;
        }
        last[next] = (long) (Math.sqrt(squares) * longer / speed * 60e9);
        next = (next + 1) % MOVES;
    }

    private double way(int axis, double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double from = at[axis];
        boolean steps = axis == 3 ? relativeExtrusion : relative;
        at[axis] = steps ? from + value : value;
        if (steps) {
            return value;
        }
        return Double.isNaN(from) ? UNKNOWN_MILLIMETRES : value - from;
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
