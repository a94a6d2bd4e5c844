package org.printwire.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an MK3S pauses, changes filament, resumes and rewinds (Prusa-Firmware 3.14; with
 * {@link SimulatedPrinterOptions#resumesItself()} the screen of earlier firmware).
 */
final class Mk3Pauses {
    private static final long HOST_ALIVE_NANOS = 30_000_000_000L;
    private static final double EXTRUDE_MINIMUM = 175;

    private final Board board;
    private boolean paused;
    /** Whether the host was printing; else nothing is asked for after the pause (save_print_file_state of MK3). */
    private boolean savesLine;
    private long savedLine;
    private double savedTarget;
    private long userNanos = Board.NEVER;
    private boolean userWaits;
    private boolean recoversItself;
    private long hostAliveUntilNanos = Long.MIN_VALUE;

    Mk3Pauses(Board board) {
        this.board = board;
    }

    /** Begins a command that pauses or resumes; empty: it is none. */
    Optional<List<Stage>> run(Command command) {
        switch (command.code()) {
            case "M0", "M1":
                return Optional.of(waitForUser(command));
            case "M600":
                return Optional.of(changeFilament());
            case "M25", "M125", "M601":
                return Optional.of(paused ? List.of()
                        : List.of(new Stage.Synchronises(), new Stage.Does(this::pause)));
            case "M602":
                return Optional.of(paused ? resume() : List.of());
            case "M603":
                return Optional.of(List.of(new Stage.Does(this::stop)));
            case "M79":
                return board.options.resumesItself() ? Optional.empty() : Optional.of(hostLives());
            default:
                return Optional.empty();
        }
    }

    private List<Stage> waitForUser(Command command) {
        double seconds = command.value('S', command.value('P', 0) / 1000);
        long limit = seconds > 0 ? Board.nanos(seconds) : Board.NEVER;
        return List.of(new Stage.Synchronises(), Stage.says(Mk3Texts.LCD), new Stage.AwaitsUser(limit, false),
                Stage.says(Mk3Texts.LCD));
    }

    /** Nothing but keepalives says that this is a filament change, and nothing says when it waits for the user. */
    private List<Stage> changeFilament() {
        return List.of(new Stage.Synchronises(), new Stage.Lasts(7), Stage.awaitsUser(), new Stage.Lasts(9),
                Stage.says("echo:enqueing \"M220 S100\"", Mk3Texts.LCD),
                new Stage.Does(() -> board.motion.factor(1)));
    }

    /** The ok comes first; what waits in the buffer is confirmed, forgotten, and asked for again at M602. */
    private void pause() {
        board.answer("");
        board.pop();
        savesLine = board.hostPrints();
        savedLine = board.notExecutedFrom();
        board.dropBuffer();
        savedTarget = board.hotend.target();
        board.hotend.target(0, board.nowNanos);
        paused = true;
        board.paused = savesLine;
        userNanos = board.options.userDelay().map(delay -> board.nowNanos + delay.toNanos()).orElse(Board.NEVER);
        board.say(Mk3Texts.UNPARK);
        board.say(Mk3Texts.RETRACT);
        board.say("//action:paused");
        sayIfCold();
    }

    /**
     * The pause at the end of a recovery from a power panic. The command that makes it, {@code PRUSA uvlo}, is in the
     * buffer itself and counts as one that the host has to send again: its last line is asked for once more.
     */
    void pauseAfterPanic(boolean automatic) {
        recoversItself = automatic;
        savesLine = true;
        savedLine = board.lines.last() - 1;
        savedTarget = board.hotend.target();
        board.hotend.target(0, board.nowNanos);
        paused = true;
        board.paused = true;
    }

    private void sayIfCold() {
        if (board.hotend.temperature(board.nowNanos) < EXTRUDE_MINIMUM) {
            board.say(Mk3Texts.COLD);
        }
    }

    private List<Stage> resume() {
        userNanos = Board.NEVER;
        userWaits = false;
        List<Stage> stages = new ArrayList<>(List.of(Stage.says(Mk3Texts.LCD)));
        stages.add(new Stage.Does(() -> board.hotend.target(savedTarget, board.nowNanos)));
        if (savedTarget > 0) {
            stages.add(new Stage.Heats(board.hotend, false));
        }
        stages.add(new Stage.Does(this::sayIfCold));
        stages.add(new Stage.Lasts(3));
        stages.add(new Stage.Does(() -> {
            paused = false;
            board.paused = false;
            board.saved = null;
            if (savesLine) {
                board.askAgain(savedLine);
            }
        }));
        stages.add(Stage.says(Mk3Texts.LCD, "//action:resumed"));
        return stages;
    }

    private List<Stage> hostLives() {
        hostAliveUntilNanos = board.nowNanos + HOST_ALIVE_NANOS;
        if (paused && board.saved != null) {
            return List.of(Stage.says("//action:uvlo_" + (recoversItself ? "auto_" : "") + "recovery_ready"));
        }
        if (paused && userWaits) {
            userWaits = false;
            return List.of(Stage.says("//action:resume"));
        }
        return List.of();
    }

    /** The user chooses "Resume print" on the screen, if it is there. */
    void userActs() {
        userNanos = Board.NEVER;
        if (!paused) {
            return;
        }
        if (board.options.resumesItself()) {
            board.whenIdle(() -> {
                if (paused) {
                    board.begin(resume());
                }
            });
        } else if (board.nowNanos <= hostAliveUntilNanos) {
            board.say("//action:resume");
        } else {
            userWaits = true;
        }
    }

    /** LCD "Stop print", and M603. */
    void stop() {
        if (board.task != null && board.task.command() == null) {
            board.deferred.addLast(this::stop);
            return;
        }
        if (board.task != null && board.task.awaitsUser()) {
            return;
        }
        board.say("//action:cancel");
        board.say(Mk3Texts.LCD);
        board.dropMoves();
        board.dropBuffer();
        if (board.task != null) {
            board.task.abandon();
            board.task = null;
        }
        board.hotend.target(0, board.nowNanos);
        board.bed.target(0, board.nowNanos);
        board.saved = null;
        forget();
    }

    void forget() {
        paused = false;
        board.paused = false;
        userNanos = Board.NEVER;
        userWaits = false;
        board.bump = null;
    }

    /**
     * No text of its own: only aborted moves, an unasked Resend, and an M600 that the firmware queues. Where nobody prints
     * the sensor only offers to load filament.
     */
    void runout() {
        whenInterruptible(() -> {
            int aborted = Math.max(1, Math.min(3, board.planner.size()));
            if (!board.hostPrints()) {
                return;
            }
            long saved = board.interrupt();
            for (int i = 0; i < aborted; i++) {
                board.say("echo:Move aborted");
            }
            board.askAgain(saved);
            board.say("echo:Enqueing to the front: \"M600\"");
            board.buffer.addFirst(Command.own("M600"));
        });
    }

    private void whenInterruptible(Runnable effect) {
        if (board.task == null || board.task.awaitsPlanner()) {
            effect.run();
        } else {
            board.deferred.addLast(effect);
        }
    }

    /** When the simulated user comes to a paused printer. */
    long nextNanos() {
        return userNanos;
    }

    void elapse() {
        if (userNanos <= board.nowNanos) {
            userActs();
        }
    }
}
