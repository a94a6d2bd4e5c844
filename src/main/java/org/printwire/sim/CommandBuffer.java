package org.printwire.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The firmware's queue of commands. The one being executed stays at its head until it is done.
 *
 * <p>Prusa-Firmware looks for new lines while fewer than 3 commands wait, and then reads on as long as the longest
 * line would fit in 493 bytes, so that more than four short commands can get in at one time. Marlin has four places.
 */
final class CommandBuffer {
    static final int MARLIN_PLACES = 4;
    private static final int MK3_BYTES = 4 * 97 + 105;
    private static final int MK3_OVERHEAD_BYTES = 4;

    private final boolean mk3;
    private final Deque<Command> commands = new ArrayDeque<>();
    private int bytes;

    CommandBuffer(PrinterModel model) {
        this.mk3 = model == PrinterModel.MK3S;
    }

    /** Whether the firmware looks at the receive ring at all. */
    boolean wantsMore() {
        return commands.size() < (mk3 ? 3 : MARLIN_PLACES);
    }

    /** Whether one more line fits while it reads. */
    boolean fits() {
        return mk3 ? bytes + LineReader.LONGEST + MK3_OVERHEAD_BYTES <= MK3_BYTES : commands.size() < MARLIN_PLACES;
    }

    void add(Command command) {
        commands.addLast(command);
        bytes += cost(command);
    }

    void addFirst(Command command) {
        commands.addFirst(command);
        bytes += cost(command);
    }

    /** The command at the head; null: none waits. */
    Command head() {
        return commands.peekFirst();
    }

    void pop() {
        bytes -= cost(commands.removeFirst());
    }

    int size() {
        return commands.size();
    }

    /** Throws everything away. */
    List<Command> clear() {
        List<Command> dropped = new ArrayList<>(commands);
        commands.clear();
        bytes = 0;
        return dropped;
    }

    private static int cost(Command command) {
        return command.text().length() + MK3_OVERHEAD_BYTES;
    }
}
