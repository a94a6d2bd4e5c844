package org.printwire.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Marlin bugfix-2.1.x with EMERGENCY_PARSER, HOST_PROMPT_SUPPORT and ADVANCED_PAUSE_FEATURE. Not from a recording but
 * from its published texts: what a runout and MINTEMP say, and an M600 beyond {@code //action:paused}.
 */
final class MarlinFirmware implements Firmware {
    private static final Optional<List<Stage>> DONE = Optional.of(List.of());
    private static final int[] STEPS_PER_MM = {80, 80, 400};

    private final Board board;
    private final Codes codes;
    private final StringBuilder overheard = new StringBuilder();

    MarlinFirmware(Board board) {
        this.board = board;
        this.codes = new Codes(board);
    }

    @Override
    public List<String> earlyBanner() {
        return MarlinTexts.EARLY;
    }

    @Override
    public List<Stage> boot(Board.Reboot cause) {
        return List.of(new Stage.Says(MarlinTexts.BANNER), new Stage.Does(() -> board.reading = Board.Reading.ON));
    }

    @Override
    public Optional<List<Stage>> run(Command command) {
        switch (command.code()) {
            case "M0", "M1":
                return Optional.of(waitForUser(command));
            case "M600":
                return Optional.of(changeFilament());
            case "G28":
                return Optional.of(List.of(new Stage.Synchronises(), new Stage.Lasts(26), new Stage.Does(() -> {
                    board.motion.home(command.has('X'), command.has('Y'), command.has('Z'));
                    board.say(position());
                })));
            case "G29":
                return Optional.of(List.of(new Stage.Synchronises(), new Stage.Lasts(40)));
            case "G92":
                board.motion.set(command);
                board.say(position());
                return DONE;
            case "M105":
                board.answer(" " + temperatures());
                return DONE;
            case "M109":
                return heat(board.hotend, command);
            case "M190":
                return heat(board.bed, command);
            case "M114":
                return says(List.of(position()));
            case "M115":
                return says(MarlinTexts.m115(board.options.meatPack()));
            case "M117":
                return says(List.of("//action:notification " + command.argument()));
            case "M112":
                kill("M112 Shutdown");
                return DONE;
            default:
                Optional<List<Stage>> common = codes.run(command);
                return common.isEmpty() && MarlinTexts.SILENT.contains(command.code()) ? DONE : common;
        }
    }

    @Override
    public String unknown(Command command) {
        return "echo:Unknown command: \"" + command.text() + "\"";
    }

    private static Optional<List<Stage>> says(List<String> lines) {
        return Optional.of(List.of(new Stage.Says(lines)));
    }

    private List<Stage> waitForUser(Command command) {
        double seconds = command.value('S', command.value('P', 0) / 1000);
        String text = seconds > 0 ? "" : command.argument();
        List<Stage> stages = new ArrayList<>(List.of(new Stage.Synchronises()));
        if (!text.isEmpty()) {
            stages.add(Stage.says("echo:" + text));
        }
        stages.add(MarlinTexts.prompt(text.isEmpty() ? command.code() + " Stop" : text));
        stages.add(new Stage.AwaitsUser(seconds > 0 ? Board.nanos(seconds) : Board.NEVER, false));
        return stages;
    }

    private List<Stage> changeFilament() {
        return List.of(new Stage.Synchronises(), Stage.says("//action:paused"), new Stage.Lasts(7),
                MarlinTexts.prompt("Nozzle Parked"), Stage.awaitsUser(), Stage.says("//action:prompt_end"),
                new Stage.Lasts(9), Stage.says("//action:resumed"));
    }

    private Optional<List<Stage>> heat(Heater heater, Command command) {
        boolean cools = command.has('R');
        if (cools || command.has('S')) {
            heater.target(command.value(cools ? 'R' : 'S', 0), board.nowNanos);
        }
        return Optional.of(List.of(new Stage.Heats(heater, cools)));
    }

    private String position() {
        Motion at = board.motion;
        return String.format(Locale.ROOT, "X:%.2f Y:%.2f Z:%.2f E:%.2f Count X:%d Y:%d Z:%d", at.axis(0), at.axis(1),
                at.axis(2), at.axis(3), Math.round(at.machine(0) * STEPS_PER_MM[0]),
                Math.round(at.machine(1) * STEPS_PER_MM[1]), Math.round(at.machine(2) * STEPS_PER_MM[2]));
    }

    @Override
    public String temperatures() {
        return String.format(Locale.ROOT, "T:%.2f /%.2f B:%.2f /%.2f @:%d B@:%d",
                board.hotend.temperature(board.nowNanos), board.hotend.target(),
                board.bed.temperature(board.nowNanos), board.bed.target(), power(board.hotend), power(board.bed));
    }

    private int power(Heater heater) {
        return heater.heating(board.nowNanos) ? 127 : heater.target() > 0 ? 14 : 0;
    }

    @Override
    public String heatingLine(String wait) {
        return " " + temperatures() + " W:" + wait;
    }

    @Override
    public int residencySeconds() {
        return 10;
    }

    @Override
    public boolean tellsHeatingAtOnce() {
        return true;
    }

    @Override
    public void report(int mask) {
        board.say(" " + temperatures());
    }

    @Override
    public boolean intercepts(Command command) {
        return false;
    }

    @Override
    public void overhears(byte value) {
        if (value != '\n' && value != '\r') {
            if (overheard.length() < 96) {
                overheard.append((char) value);
            }
            return;
        }
        String line = overheard.toString().replaceFirst("^ *N\\d+ *", "").replaceFirst("\\*.*", "").strip();
        overheard.setLength(0);
        if (line.equals("M112")) {
            kill("M112 Shutdown");
        } else if ((line.equals("M108") || line.startsWith("M876 S")) && board.task != null
                && board.task.awaitsUser()) {
            board.task.userActs();
        } else if (line.equals("M108") && board.task != null && board.task.stage() instanceof Stage.Heats) {
            board.task.userActs();
        } else if (line.equals("M410")) {
            board.dropMoves();
        }
    }

    @Override
    public void userActs() {
        // nothing on this printer waits for the user between two commands
    }

    @Override
    public void kill(String text) {
        board.say("echo:" + text);
        die();
    }

    private void die() {
        board.say("Error:Printer halted. kill() called!");
        board.say("//action:poweroff");
        board.hungUntilNanos = Board.NEVER;
    }

    @Override
    public void inactive() {
        board.say("Error:!! KILL caused by too much inactive time - current command: ");
        die();
    }

    /** No such sensor: it is off, and boots when the power is back. */
    @Override
    public void powerPanic(Duration span) {
        board.dropMoves();
        board.reading = Board.Reading.LOST;
        board.reboot = Board.Reboot.POWER;
        board.rebootNanos = board.nowNanos + span.toNanos();
    }

    @Override
    public void runout() {
        board.say("//action:out_of_filament T0");
        board.whenIdle(() -> board.buffer.addFirst(Command.own("M600")));
    }

    @Override
    public void crash() {
        // no such sensor on this printer
    }

    @Override
    public void lcdPause() {
        board.say("//action:pause");
    }

    @Override
    public void lcdStop() {
        board.say("//action:cancel");
    }

    @Override
    public void fanStall() {
        // no tachometer on this printer
    }

    @Override
    public void minTemp() {
        board.say("Error:MINTEMP triggered, system stopped! Heater_ID: 0");
        die();
    }

    @Override
    public long nextNanos() {
        return Board.NEVER;
    }

    @Override
    public void elapse() {
        // nothing to do by itself
    }
}
