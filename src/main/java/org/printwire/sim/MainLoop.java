package org.printwire.sim;

import java.util.List;
import java.util.Optional;

/** The firmware's loop: has lines read, runs commands, keeps the host informed. Runs until nothing can go on. */
final class MainLoop {
    private static final long SECOND = 1_000_000_000L;

    private final Board board;
    private final Firmware firmware;
    private final LineIntake intake;

    MainLoop(Board board, Firmware firmware, LineIntake intake) {
        this.board = board;
        this.firmware = firmware;
        this.intake = intake;
    }

    /** Both firmwares wait for the line to take what they say: neither has a buffer for it. */
    private boolean stuck() {
        return !board.works() || intake.refusing() || board.transmitter.freeNanos() > board.nowNanos;
    }

    private boolean dazed() {
        return board.nowNanos < board.dazedUntilNanos;
    }

    /** Goes on as far as it can at this moment. */
    void pump() {
        while (!stuck() && (strikes() | intake.readLines() | work())) {
            continue;
        }
    }

    private boolean strikes() {
        Runnable strike = board.strikes.pollFirst();
        if (strike == null) {
            return false;
        }
        strike.run();
        return true;
    }

    private boolean work() {
        if (stuck() || dazed()) {
            return false;
        }
        if (board.bump != null && (board.task == null || board.task.awaitsPlanner()) && board.bump.getAsBoolean()) {
            return true;
        }
        if (board.task != null) {
            return stepTask(board.task);
        }
        if (!board.deferred.isEmpty()) {
            board.deferred.removeFirst().run();
            return true;
        }
        Command head = board.buffer.head();
        if (head == null) {
            return false;
        }
        execute(head);
        return true;
    }

    private void execute(Command command) {
        board.logged(command);
        board.task = new Task(command, List.of());
        Optional<List<Stage>> stages = firmware.run(command);
        if (board.task != null && board.task.command() == command) {
            if (stages.isEmpty()) {
                board.say(firmware.unknown(command));
            } else if (!stages.get().isEmpty()) {
                boolean answered = board.task.answered();
                board.task = new Task(command, stages.get());
                if (answered) {
                    board.task.answer();
                }
                board.task.busyNanos = nextBusyNanos();
                return;
            }
            finish();
        }
    }

    private void finish() {
        board.answer("");
        board.pop();
        board.task = null;
    }

    private long nextBusyNanos() {
        return board.busyIntervalNanos == 0 ? Board.NEVER : board.nowNanos + board.busyIntervalNanos;
    }

    private boolean stepTask(Task task) {
        Stage stage = task.stage();
        if (stage == null) {
            finish();
            return true;
        }
        if (!task.begun()) {
            task.begin();
            if (task.busyNanos == Board.NEVER) {
                task.busyNanos = nextBusyNanos();
            }
            begin(task, stage);
            if (board.task != task || task.stage() != stage) {
                return true;
            }
        }
        if (!over(task, stage)) {
            return false;
        }
        task.next();
        return true;
    }

    private void begin(Task task, Stage stage) {
        long now = board.nowNanos;
        if (stage instanceof Stage.Lasts lasts) {
            task.endNanos = now + board.scaled(lasts.seconds());
        } else if (stage instanceof Stage.Passes passes) {
            task.endNanos = now + passes.nanos();
        } else if (stage instanceof Stage.AwaitsUser waits) {
            long user = waits.onlyByPress() ? Board.NEVER
                    : board.options.userDelay().map(delay -> now + delay.toNanos()).orElse(Board.NEVER);
            task.endNanos = Math.min(user, waits.limitNanos() == Board.NEVER ? Board.NEVER : now + waits.limitNanos());
        } else if (stage instanceof Stage.Heats heats) {
            boolean waits = heats.waitsForCooling() || heats.heater().heating(now);
            task.endNanos = now + (waits ? heats.heater().nanosToTarget(now)
                    + board.scaled(firmware.residencySeconds()) : 0);
            task.heatLineNanos = firmware.tellsHeatingAtOnce() ? now : now + SECOND;
        } else if (stage instanceof Stage.Stopped) {
            task.endNanos = Board.NEVER;
        } else if (stage instanceof Stage.Says says) {
            says.lines().forEach(board::say);
        } else if (stage instanceof Stage.Does does) {
            does.effect().run();
        }
    }

    private boolean over(Task task, Stage stage) {
        if (stage instanceof Stage.Synchronises) {
            return board.planner.empty();
        }
        if (stage instanceof Stage.AwaitsRoom) {
            return !board.planner.full();
        }
        return task.userActed() || board.nowNanos >= task.endNanos;
    }

    /** When something happens next, or the line gets worth looking at. */
    long nextNanos() {
        if (board.reboot != Board.Reboot.NO) {
            return board.planner.nextEndNanos();
        }
        if (board.hungUntilNanos > board.nowNanos) {
            return Math.min(board.hungUntilNanos, board.planner.nextEndNanos());
        }
        if (intake.refusing() || board.transmitter.freeNanos() > board.nowNanos) {
            return Math.min(intake.askAgainNanos(), board.planner.nextEndNanos());
        }
        long next = Math.min(intake.rxTimeoutNanos(), Math.min(board.reportNanos, firmware.nextNanos()));
        next = Math.min(next, Math.min(board.idle.nextNanos(), board.planner.nextEndNanos()));
        if (board.deafUntilNanos > board.nowNanos) {
            next = Math.min(next, board.deafUntilNanos);
        }
        if (dazed()) {
            return Math.min(next, Math.min(board.dazedUntilNanos, board.dazedBusyNanos));
        }
        Task task = board.task;
        if (task != null) {
            next = Math.min(next, task.busyNanos);
            if (task.begun() && !task.awaitsPlanner()) {
                next = Math.min(next, Math.min(task.endNanos, task.heatLineNanos));
            }
        }
        return next;
    }

    /** Does what is due now. */
    void elapse() {
        board.planner.advance(board.nowNanos);
        if (intake.refusing() && board.works() && intake.askAgainNanos() <= board.nowNanos) {
            intake.askAgain();
        }
        if (stuck()) {
            return;
        }
        if (dazed()) {
            if (board.dazedBusyNanos <= board.nowNanos) {
                board.say("echo:busy: processing");
                board.dazedBusyNanos = nextBusyNanos();
            }
        } else if (board.task != null) {
            elapse(board.task);
        }
        if (board.reportNanos <= board.nowNanos) {
            firmware.report(board.reportMask);
            board.reportNanos = board.nowNanos + board.reportEveryNanos;
        }
        if (firmware.nextNanos() <= board.nowNanos) {
            firmware.elapse();
        }
        if (board.idle.nextNanos() <= board.nowNanos) {
            board.idle.elapse(firmware);
        }
        pump();
    }

    private void elapse(Task task) {
        if (task.heatLineNanos <= board.nowNanos && board.nowNanos < task.endNanos) {
            long left = task.endNanos - board.nowNanos;
            long residency = board.scaled(firmware.residencySeconds());
            board.say(firmware.heatingLine(left <= residency ? Long.toString((left - 1) / SECOND) : "?"));
            task.heatLineNanos = board.nowNanos + SECOND;
        }
        if (task.busyNanos <= board.nowNanos && !endsNow(task)) {
            board.say("echo:busy: " + (task.pausedForUser() ? "paused for user" : "processing"));
            task.busyNanos = nextBusyNanos();
        }
    }

    private boolean endsNow(Task task) {
        return task.begun() && !task.awaitsPlanner() && task.endNanos <= board.nowNanos;
    }
}
