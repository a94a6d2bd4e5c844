package org.printwire.sim;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands that both firmwares answer alike. */
final class Codes {
    private static final Optional<List<Stage>> DONE = Optional.of(List.of());

    private static final Set<String> SILENT = Set.of("G10", "G11", "G21", "M17", "M18", "M42", "M75", "M76", "M77",
            "M82", "M83", "M84", "M92", "M106", "M107", "M111", "M200", "M201", "M203", "M204", "M205", "M206",
            "M207", "M208", "M209", "M221", "M226", "M301", "M302", "M304", "M500", "M501", "M502", "M503", "M603",
            "M900", "M907", "M350", "M351", "M401", "M402");

    private final Board board;

    Codes(Board board) {
        this.board = board;
    }

    /** Begins a command; empty: neither firmware knows it, or only one does. */
    Optional<List<Stage>> run(Command command) {
        switch (command.code()) {
            case "G0", "G1":
                return move(command, false);
            case "G2", "G3":
                return move(command, true);
            case "G4":
                double seconds = command.value('S', command.value('P', 0) / 1000);
                return Optional.of(List.of(new Stage.Synchronises(), new Stage.Lasts(Math.max(0, seconds))));
            case "G90", "G91":
                board.motion.relative(command.code().equals("G91"));
                return DONE;
            case "M82", "M83":
                board.motion.relativeExtruder(command.code().equals("M83"));
                return DONE;
            case "G92":
                board.motion.set(command);
                return DONE;
            case "M104":
                return target(board.hotend, command);
            case "M140":
                return target(board.bed, command);
            case "M110":
                double number = command.value('N');
                if (!Double.isNaN(number)) {
                    board.lines.last((long) number);
                }
                return DONE;
            case "M85":
                board.idle.killAfter(command.value('S', 0));
                return DONE;
            case "M113":
                board.busyIntervalNanos = Board.nanos((int) command.value('S', 2));
                return DONE;
            case "M118":
                board.say(echoed(command));
                return DONE;
            case "M155":
                int every = (int) command.value('S', 0);
                board.reportEveryNanos = Board.nanos(every);
                board.reportMask = (int) command.value('C', 1);
                board.reportNanos = every > 0 ? board.nowNanos + board.reportEveryNanos : Board.NEVER;
                return DONE;
            case "M220":
                if (command.has('S')) {
                    board.motion.factor(command.value('S', 100) / 100);
                }
                return DONE;
            case "M400":
                return Optional.of(List.of(new Stage.Synchronises()));
            default:
                return SILENT.contains(command.code()) ? DONE : Optional.empty();
        }
    }

    private Optional<List<Stage>> move(Command command, boolean arc) {
        if (board.planner.full()) {
            return Optional.of(List.of(new Stage.AwaitsRoom(), new Stage.Does(() -> plan(command, arc))));
        }
        plan(command, arc);
        return DONE;
    }

    private void plan(Command command, boolean arc) {
        double[] from = board.motion.position();
        long nanos = board.scaled(board.motion.move(command, arc));
        board.planner.add(new Planner.Block(board.sequence, nanos, from), board.nowNanos);
    }

    private Optional<List<Stage>> target(Heater heater, Command command) {
        if (command.has('S')) {
            if (board.hotend.target() == 0 && board.bed.target() == 0) {
                board.idle.heats(board.nowNanos);
            }
            heater.target(command.value('S', 0), board.nowNanos);
        }
        return DONE;
    }

    private static String echoed(Command command) {
        String text = command.argument();
        String prefix = "";
        while (text.length() >= 2 && (text.startsWith("A1") || text.startsWith("E1"))) {
            prefix = text.startsWith("A1") ? "//" : "echo:";
            text = text.substring(2).stripLeading();
        }
        return prefix + text;
    }
}
