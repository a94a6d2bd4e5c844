package org.printwire.sim;

import java.util.List;
import java.util.Optional;

/** The firmware's loop: reads lines, runs commands, keeps the host informed. Runs until nothing can go on. */
final class MainLoop {
    private static final long RX_TIMEOUT_NANOS = 2_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final Board board;
    private final Firmware firmware;
    private final AcceptedLine accepted;
    private final boolean mk3;
    private boolean asksAgain;

    /** Told of every line that goes into the buffer, counted from 1: that is where faults by line strike. */
    interface AcceptedLine {
        void accepted(long count);
    }

    MainLoop(Board board, Firmware firmware, AcceptedLine accepted) {
        this.board = board;
        this.firmware = firmware;
        this.accepted = accepted;
        this.mk3 = board.options.model() == PrinterModel.MK3S;
    }

    /** A byte has arrived at the board's serial port. */
    void arrives(byte value) {
        firmware.overhears(value);
        if (board.reading == Board.Reading.LOST || !board.ring.put(value)) {
            board.tally.rxDropped++;
        }
    }

    private boolean stuck() {
        return board.nowNanos < board.hungUntilNanos || board.reboot != Board.Reboot.NO || asksAgain;
    }

    /** Goes on as far as it can at this moment. */
    void pump() {
        while (!stuck() && (readLines() | work())) {
            continue;
        }
    }

    private boolean readLines() {
        if (board.reading == Board.Reading.OFF || board.reading == Board.Reading.LOST || !board.buffer.wantsMore()) {
            return false;
        }
        if (mk3 && board.ring.full()) {
            board.tally.rxDropped += board.ring.flush();
            board.tally.rxOverflows++;
            board.say("Full RX Buffer");
        }
        boolean read = false;
        while (!board.ring.empty() && board.buffer.fits() && !stuck() && board.reading != Board.Reading.OFF) {
            read = true;
            String line = board.reader.take(board.ring.take(), board.nowNanos);
            if (line != null) {
                take(line);
            }
        }
        if (rxTimeoutNanos() <= board.nowNanos) {
            board.reader.clear();
            board.tally.rxTimeouts++;
            board.say("RX timeout");
        }
        return read;
    }

    private long rxTimeoutNanos() {
        boolean looks = mk3 && board.reader.partial() && board.buffer.wantsMore()
                && (board.reading == Board.Reading.ON || board.reading == Board.Reading.DROPPING);
        return looks ? board.reader.latestNanos() + RX_TIMEOUT_NANOS : Board.NEVER;
    }

    private void take(String line) {
        LineCheck.Verdict verdict = board.lines.check(line);
        if (verdict instanceof LineCheck.Verdict.Blank) {
            return;
        }
        board.tally.received++;
        if (verdict instanceof LineCheck.Verdict.Refused refused) {
            if (board.reading == Board.Reading.ON) {
                refuse(refused.error());
            }
            return;
        }
        Command command = ((LineCheck.Verdict.Taken) verdict).command();
        board.latestHostCommandNanos = board.nowNanos;
        if (firmware.intercepts(command) || board.reading == Board.Reading.DROPPING) {
            return;
        }
        board.buffer.add(command);
        accepted.accepted(++board.tally.accepted);
    }

    private void refuse(LineError error) {
        board.tally.error(error);
        board.say("Error:" + error.text() + ", Last Line: " + board.lines.last());
        board.reader.clear();
        asksAgain = true;
    }

    /** The second half of a refusal. The firmware has waited for its error text to leave; what came meanwhile is lost. */
    private void askAgain() {
        asksAgain = false;
        board.askAgain(board.lines.last());
    }

    private boolean work() {
        if (stuck()) {
            return false;
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
        long next = Math.min(rxTimeoutNanos(), Math.min(board.reportNanos, firmware.nextNanos()));
        Task task = board.task;
        if (task != null) {
            next = Math.min(next, task.busyNanos);
            if (task.begun() && !task.awaitsPlanner()) {
                next = Math.min(next, Math.min(task.endNanos, task.heatLineNanos));
            }
        }
        if (board.hungUntilNanos > board.nowNanos) {
            next = board.hungUntilNanos;
        } else if (asksAgain) {
            next = Math.max(board.nowNanos, board.transmitter.freeNanos());
        }
        return Math.min(next, board.planner.nextEndNanos());
    }

    /** Does what is due now. */
    void elapse() {
        board.planner.advance(board.nowNanos);
        if (asksAgain && board.transmitter.freeNanos() <= board.nowNanos && board.hungUntilNanos <= board.nowNanos) {
            askAgain();
        }
        if (stuck()) {
            return;
        }
        Task task = board.task;
        if (task != null && task.heatLineNanos <= board.nowNanos && board.nowNanos < task.endNanos) {
            long left = task.endNanos - board.nowNanos;
            long residency = board.scaled(firmware.residencySeconds());
            board.say(firmware.heatingLine(left <= residency ? Long.toString((left - 1) / SECOND) : "?"));
            task.heatLineNanos = board.nowNanos + SECOND;
        }
        if (task != null && task.busyNanos <= board.nowNanos && !endsNow(task)) {
            board.say("echo:busy: " + (task.pausedForUser() ? "paused for user" : "processing"));
            task.busyNanos = nextBusyNanos();
        }
        if (board.reportNanos <= board.nowNanos) {
            firmware.report(board.reportMask);
            board.reportNanos = board.nowNanos + board.reportEveryNanos;
        }
        if (firmware.nextNanos() <= board.nowNanos) {
            firmware.elapse();
        }
        pump();
    }

    private boolean endsNow(Task task) {
        return task.begun() && !task.awaitsPlanner() && task.endNanos <= board.nowNanos;
    }
}
