package org.printwire.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prusa-Firmware 3.14 on an MK3S: its commands, but for those that pause, which are in {@link Mk3Pauses}. */
final class Mk3Firmware implements Firmware {
    private static final Optional<List<Stage>> DONE = Optional.of(List.of());

    private final Board board;
    private final Codes codes;
    private final Mk3Pauses pauses;
    private final Mk3Progress progress;
    private final Mk3Reports reports;
    private final Mk3Homing homing;
    private final Mk3PowerPanic panic;

    Mk3Firmware(Board board) {
        this.board = board;
        this.codes = new Codes(board);
        this.pauses = new Mk3Pauses(board);
        this.progress = new Mk3Progress(board);
        this.reports = new Mk3Reports(board);
        this.homing = new Mk3Homing(board);
        this.panic = new Mk3PowerPanic(board, pauses);
    }

    @Override
    public List<String> earlyBanner() {
        return Mk3Texts.EARLY;
    }

    @Override
    public List<Stage> boot(Board.Reboot cause) {
        List<Stage> stages = new ArrayList<>(List.of(new Stage.Says(Mk3Texts.BANNER)));
        if (board.saved != null) {
            stages.addAll(panic.recovery());
            return stages;
        }
        if (cause == Board.Reboot.KILLED) {
            stages.add(new Stage.Does(() -> board.reading = Board.Reading.OFF));
            stages.add(new Stage.AwaitsUser(Board.NEVER, true));
        }
        stages.add(new Stage.Says(Mk3Texts.CARD));
        stages.add(new Stage.Does(() -> board.reading = Board.Reading.ON));
        return stages;
    }

    @Override
    public Optional<List<Stage>> run(Command command) {
        Optional<List<Stage>> pause = pauses.run(command);
        if (pause.isPresent()) {
            return pause;
        }
        switch (command.code()) {
            case "G28":
                return Optional.of(homing.home(command));
            case "G29", "G80":
                return Optional.of(List.of(new Stage.Synchronises(), new Stage.Lasts(22)));
            case "M109":
                return heat(board.hotend, command);
            case "M190":
                return heat(board.bed, command);
            case "M105":
                board.answer(" " + temperatures());
                return DONE;
            case "M114":
                board.say(reports.position());
                return DONE;
            case "M115":
                return says(command.has('V') ? List.of(Mk3Texts.VERSION)
                        : command.has('U') ? List.of() : Mk3Texts.M115);
            case "M20":
                return says(List.of("Begin file list", "End file list"));
            case "M27":
                return says(List.of("Not SD printing"));
            case "M119":
                return says(Mk3Texts.M119);
            case "M73":
                progress.tell(command);
                return DONE;
            case "M86":
                board.idle.coolAfter(command.value('S', 0));
                return DONE;
            case "M117":
                return says(List.of(Mk3Texts.LCD));
            case "M500":
                return says(List.of("echo:Settings Stored"));
            default:
                return other(command);
        }
    }

    private Optional<List<Stage>> other(Command command) {
        Optional<List<Stage>> common = codes.run(command);
        boolean known = Mk3Texts.SILENT.contains(command.code()) || command.text().startsWith("PRUSA")
                || command.text().matches("T([0-4?xc].*|)");
        return common.isEmpty() && known ? DONE : common;
    }

    @Override
    public String unknown(Command command) {
        String text = command.text();
        if (text.startsWith("T")) {
            return "Invalid T code.";
        }
        boolean code = text.length() > 1 && "GMD".indexOf(text.charAt(0)) >= 0 && Character.isDigit(text.charAt(1));
        return code ? "Unknown " + text.charAt(0) + " code: " + text : "echo:Unknown command: \"" + text + "\"(2)";
    }

    private static Optional<List<Stage>> says(List<String> lines) {
        return Optional.of(List.of(new Stage.Says(lines)));
    }

    private Optional<List<Stage>> heat(Heater heater, Command command) {
        boolean cools = command.has('R');
        if (cools || command.has('S')) {
            heater.target(command.value(cools ? 'R' : 'S', 0), board.nowNanos);
        }
        return Optional.of(List.of(Stage.says(Mk3Texts.LCD), new Stage.Heats(heater, cools)));
    }

    @Override
    public String temperatures() {
        return reports.temperatures();
    }

    @Override
    public String heatingLine(String wait) {
        return reports.heatingLine(wait);
    }

    @Override
    public int residencySeconds() {
        return 3;
    }

    @Override
    public boolean tellsHeatingAtOnce() {
        return false;
    }

    @Override
    public void report(int mask) {
        reports.report(mask);
    }

    @Override
    public boolean intercepts(Command command) {
        if (command.text().equals("M112")) {
            kill("M112 called. Emergency Stop.");
            return true;
        }
        return false;
    }

    @Override
    public void overhears(byte value) {
        // no EMERGENCY_PARSER: M112 waits in the ring like everything else
    }

    @Override
    public void userActs() {
        pauses.userActs();
    }

    @Override
    public void kill(String text) {
        board.say("Error:Printer halted. kill() called!");
        board.say(text);
        board.reboot = Board.Reboot.KILLED;
    }

    @Override
    public void inactive() {
        kill("Inactivity Shutdown");
    }

    @Override
    public void powerPanic(Duration span) {
        panic.strike(span);
    }

    @Override
    public void runout() {
        pauses.runout();
    }

    @Override
    public void crash() {
        new Mk3Crash(board).comes();
    }

    @Override
    public void lcdPause() {
        if (board.hostPrints()) {
            board.say("//action:pause");
        }
    }

    @Override
    public void lcdStop() {
        pauses.stop();
    }

    @Override
    public void fanStall() {
        if (board.hostPrints()) {
            board.say("//action:pause");
        } else {
            board.hotend.target(0, board.nowNanos);
        }
        board.say("Hotend fan speed is lower than expected");
        board.say(Mk3Texts.LCD);
    }

    @Override
    public void minTemp() {
        board.dropMoves();
        board.buffer.clear();
        board.hotend.target(0, board.nowNanos);
        board.bed.target(0, board.nowNanos);
        List.of(Mk3Texts.LCD, "Error:0: Heaters switched off. MINTEMP triggered!", "//action:cancel",
                "Error:Printer stopped due to errors. Supervision required.").forEach(board::say);
        board.reading = Board.Reading.DROPPING;
        board.deferred.clear();
        pauses.forget();
        board.begin(List.of(new Stage.Stopped()));
    }

    @Override
    public long nextNanos() {
        return pauses.nextNanos();
    }

    @Override
    public void elapse() {
        pauses.elapse();
    }
}
