package org.printwire.stream;

import java.util.OptionalInt;
import java.util.Set;
import org.printwire.gcode.GcodeWord;

/**
 * How many lines may be unanswered. A value: the same window and line always give the same answer.
 *
 * <p>Two lines keep a Prusa MK3 fed: while it takes one, the next is on the wire. More buys little there, and its receive
 * ring of 127 usable bytes throws everything away once it is full (firmware 3.14), so 126 bytes are the most.
 *
 * @param lines at most this many lines that the printer may not have read yet
 * @param bytes at most so many bytes of them, line ends included
 * @param alone commands, beside those that block by their nature ({@link CommandKind}), that go out with nothing before
 *              them unanswered and nothing behind them, as {@link GcodeWord#code(String)} has them
 */
public record WindowPolicy(int lines, int bytes, Set<Integer> alone) {

    /** What any Marlin's receive buffer of 128 bytes holds for sure. */
    public static final int SAFE_BYTES = 126;
    /** One line at a time: right for every firmware. */
    public static final WindowPolicy ONE = new WindowPolicy(1, Integer.MAX_VALUE);
    /** More than this is of no use: it is twice the planner of every firmware we know. */
    static final int MOST_LEARNT = 16;

    public WindowPolicy {
        if (lines < 1 || bytes < 1) {
            throw new IllegalArgumentException("a window of " + lines + " lines and " + bytes + " bytes");
        }
        alone = Set.copyOf(alone);
    }

    /** No command is alone but those that block by their nature. */
    public WindowPolicy(int lines, int bytes) {
        this(lines, bytes, Set.of());
    }

    /**
     * The same for a firmware whose {@code ok} says that so many command slots are free (B of ADVANCED_OK, Marlin 2): as many
     * lines can wait there. The bytes stay: lines wait in the receive buffer first.
     */
    public WindowPolicy learning(OptionalInt free) {
        int slots = Math.min(free.orElse(0), MOST_LEARNT);
        return slots > lines ? new WindowPolicy(slots, Math.min(bytes, SAFE_BYTES), alone) : this;
    }

    /** One line at a time, for the same commands. */
    public WindowPolicy narrow() {
        return lines == 1 ? this : new WindowPolicy(1, bytes, alone);
    }

    /** False if no line whatever may go out: then it need not be known what comes next. */
    boolean room(SentWindow window) {
        return window.size() == 0 || window.open() < lines && !alone(window.last().line());
    }

    /** True if {@code next}, of {@code length} bytes, may go out while {@code window} is unanswered. */
    boolean admits(SentWindow window, Line next, int length) {
        if (window.size() == 0) {
            return true;
        }
        return room(window) && window.bytes() + length <= bytes && !alone(next);
    }

    /** True if the command must be answered before another goes out, and goes out only when all before it are answered. */
    boolean alone(Line line) {
        return line.kind() != CommandKind.ORDINARY || !alone.isEmpty() && alone.contains(GcodeWord.code(line.text()));
    }
}
