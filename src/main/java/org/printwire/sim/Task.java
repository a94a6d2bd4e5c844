package org.printwire.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A command that is being executed, or something the firmware does by itself, as the stages still to do. */
final class Task {
    private final Command command;
    private final Deque<Stage> stages;
    private boolean begun;
    private boolean userActed;
    private boolean answered;
    private boolean popped;
    /** When the stage that is being done ends by itself. */
    long endNanos;
    /** When the host is told next that the firmware is busy. */
    long busyNanos = Board.NEVER;
    /** When a heating stage tells the temperature next. */
    long heatLineNanos = Long.MAX_VALUE;

    /** @param command null: none, nobody gets an {@code ok} */
    Task(Command command, List<Stage> stages) {
        this.command = command;
        this.stages = new ArrayDeque<>(stages);
        this.answered = command == null || command.own();
        this.popped = command == null;
    }

    Command command() {
        return command;
    }

    /** The stage being done; null: all are done. */
    Stage stage() {
        return stages.peekFirst();
    }

    boolean begun() {
        return begun;
    }

    void begin() {
        begun = true;
    }

    void next() {
        stages.removeFirst();
        begun = false;
        userActed = false;
        endNanos = 0;
        heatLineNanos = Long.MAX_VALUE;
    }

    /** Skips what is left. */
    void abandon() {
        stages.clear();
    }

    boolean awaitsUser() {
        return stage() instanceof Stage.AwaitsUser;
    }

    /** What keepalives say. */
    boolean pausedForUser() {
        return awaitsUser() || stage() instanceof Stage.Stopped;
    }

    boolean awaitsPlanner() {
        return stage() instanceof Stage.Synchronises || stage() instanceof Stage.AwaitsRoom;
    }

    boolean userActed() {
        return userActed;
    }

    void userActs() {
        userActed = true;
    }

    boolean answered() {
        return answered;
    }

    void answer() {
        answered = true;
    }

    boolean popped() {
        return popped;
    }

    void pop() {
        popped = true;
    }
}
