package org.printwire.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.printwire.event.Event.LayerDone;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;

/**
 * Says when a layer has been made: when the last move before the first one that prints on the next layer has surely been
 * executed, which is later than when it was taken.
 *
 * <p>An {@code ok} means "in the planner" ({@link org.printwire.marlin.Reply.Ok}). So a move is over when as many moves
 * behind it have been taken as the planner holds; when the printer says how much of its planner is free (P of Marlin's
 * ADVANCED_OK) and that leaves room for none but those behind it; or when a command was taken that lets the planner run
 * empty first (G4, G28, M0, M1, M400, M600: Prusa-Firmware 3.14 and Marlin 2.1).
 *
 * <p>Never too early: what may be no move is not counted (a speed alone, filament alone, a step below
 * {@value #LEAST_MILLIMETRES} mm, which firmware drops or joins). Too late by a few moves at most while moves are taken; as
 * long as none are, nothing is said. A printer that goes back behind a pause changes nothing: it takes the lines again in
 * the same order, and here each counts once.
 *
 * <p>Pure; used by one thread.
 */
final class LayerEnds {

    /** Places for moves: 16 in Prusa-Firmware 3.14 and by default in Marlin 2.1, of which 15 are used. */
    static final int PLACES = 16;
    private static final double LEAST_MILLIMETRES = 0.1;
    private static final int G0 = GcodeWord.code('G', 0);
    private static final int G1 = GcodeWord.code('G', 1);
    private static final int G3 = GcodeWord.code('G', 3);
    private static final int G90 = GcodeWord.code('G', 90);
    private static final int G91 = GcodeWord.code('G', 91);
    private static final int G92 = GcodeWord.code('G', 92);
    private static final Set<Integer> EMPTYING = Set.of(GcodeWord.code('G', 4), GcodeWord.code('G', 28),
            GcodeWord.code('M', 0), GcodeWord.code('M', 1), GcodeWord.code('M', 400), GcodeWord.code('M', 600));
    private static final String AXES = "XYZ";

    private record Pending(LayerDone layer, long since) {}

    private final Deque<Pending> pending = new ArrayDeque<>();
    private final double[] at = new double[AXES.length()];
    private boolean relative;
    private long moves;
    private int places = PLACES;
    private int mostFree = -1;
    private boolean disturbed;
    private LayerDone current;
    private LayerDone last;

    /** The line that is about to be told by {@link #taken} is the first that prints on this layer. */
    void began(LayerDone layer) {
        if (current != null) {
            if (pending.isEmpty()) {
                Arrays.fill(at, Double.NaN);
                disturbed = false;
            }
            pending.add(new Pending(current, moves));
        }
        current = layer;
    }

    /** All moves so far have been made, and the present layer is over with them. */
    List<LayerDone> left() {
        List<LayerDone> done = all();
        if (current != null) {
            done.add(current);
            last = current;
            current = null;
        }
        return done;
    }

    /** The printer took this line of the file. Returns the layers that are thereby over, oldest first. */
    List<LayerDone> taken(GcodeLine line) {
        int code = GcodeWord.code(line.text());
        if (code == G90 || code == G91) {
            relative = code == G91;
        }
        if (pending.isEmpty()) {
            return List.of();
        }
        if (code >= G0 && code <= G3 && (code & 0xFF) == 0) {
            moves += goes(line.text(), code > G1) ? 1 : 0;
        } else if (code == G92) {
            Arrays.fill(at, Double.NaN);
        } else if (EMPTYING.contains(code)) {
            return all();
        }
        return due(places);
    }

    /** ADVANCED_OK: so many places of the planner are free behind the lines that were taken. */
    List<LayerDone> free(int blocks) {
        mostFree = Math.max(mostFree, blocks);
        int size = Integer.highestOneBit(Math.max(1, mostFree)) * 2;
        places = Math.max(PLACES, size);
        // Only of a planner that was once seen empty (its size is a power of two) it is known how much is in it.
        boolean seenEmpty = mostFree + 1 == size && size >= PLACES;
        return seenEmpty && !disturbed && !pending.isEmpty() ? due(mostFree - blocks) : List.of();
    }

    /** The printer goes back: what is free of its planner says nothing about this layer any more. */
    void rewound() {
        disturbed = true;
    }

    /** The layer that was over last; null: none was. */
    LayerDone last() {
        return last;
    }

    private List<LayerDone> all() {
        return due(Long.MIN_VALUE);
    }

    private List<LayerDone> due(long behind) {
        List<LayerDone> done = new ArrayList<>(1);
        while (!pending.isEmpty() && (behind == Long.MIN_VALUE || moves - pending.peek().since() >= behind)) {
            last = pending.remove().layer();
            done.add(last);
        }
        return done;
    }

    /** Whether it surely takes a place in the planner. */
    private boolean goes(String text, boolean arc) {
        boolean far = arc;
        for (int axis = 0; axis < at.length; axis++) {
            double word = GcodeWord.value(text, AXES.charAt(axis), Double.NaN);
            if (!Double.isNaN(word)) {
                double step = relative ? word : word - at[axis];
                at[axis] = relative ? at[axis] + word : word;
                far |= Math.abs(step) >= LEAST_MILLIMETRES;
            }
        }
        return far;
    }
}
