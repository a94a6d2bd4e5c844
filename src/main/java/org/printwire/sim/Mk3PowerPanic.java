package org.printwire.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The power fails on an MK3S: a print of the host is saved to the EEPROM, and recovered at the next boots until it goes
 * on or is cancelled (Prusa-Firmware 3.14, recorded but for the question on the screen when the bed has cooled).
 */
final class Mk3PowerPanic {
    private static final long SAVING_MILLIS = 163;
    private static final double BED_OFFSET = 5;

    private final Board board;
    private final Mk3Pauses pauses;

    Mk3PowerPanic(Board board, Mk3Pauses pauses) {
        this.board = board;
        this.pauses = pauses;
    }

    /** In the middle of whatever is done. A recovery that is interrupted begins anew. */
    void strike(Duration span) {
        board.say("INT4");
        List<Stage> stages = new ArrayList<>();
        if (board.saved == null && board.hostPrints()) {
            double hotend = board.hotend.target();
            double bed = board.bed.target();
            long line = board.interrupt();
            board.saved = new SavedPrint(line, board.motion.position(), hotend, bed);
            stages.add(new Stage.Passes(SAVING_MILLIS * 1_000_000));
            stages.add(Stage.says("UVLO - end " + SAVING_MILLIS));
        } else {
            board.interrupt();
        }
        board.hotend.target(0, board.nowNanos);
        board.bed.target(0, board.nowNanos);
        board.deferred.clear();
        pauses.forget();
        board.reading = Board.Reading.OFF;
        long backNanos = board.nowNanos + span.toNanos();
        stages.add(new Stage.Does(() -> die(backNanos)));
        board.begin(stages);
    }

    private void die(long backNanos) {
        board.reading = Board.Reading.LOST;
        board.reboot = Board.Reboot.POWER;
        board.rebootNanos = Math.max(backNanos, board.nowNanos);
    }

    /** After the banner. While it recovers its own commands fill the buffer, so that it does not read the line. */
    List<Stage> recovery() {
        SavedPrint saved = board.saved;
        boolean automatic = board.bed.temperature(board.nowNanos) > saved.bed() - BED_OFFSET;
        List<Stage> stages = new ArrayList<>(List.of(Stage.says(Mk3Texts.CARD.get(0)),
                new Stage.Does(() -> board.deafUntilNanos = Board.NEVER),
                new Stage.Does(() -> board.reading = Board.Reading.ON)));
        if (!automatic) {
            stages.add(Stage.awaitsUser());
        }
        stages.add(Stage.says(Mk3Texts.LCD));
        stages.add(new Stage.Says(Mk3Texts.recovery(saved)));
        stages.add(new Stage.Does(() -> {
            board.hotend.target(saved.hotend(), board.nowNanos);
            board.bed.target(saved.bed(), board.nowNanos);
        }));
        stages.addAll(Mk3Homing.axis(1));
        stages.addAll(Mk3Homing.axis(2));
        stages.add(Stage.says(Mk3Texts.CARD.get(1)));
        stages.add(new Stage.Lasts(6));
        stages.add(new Stage.Does(() -> {
            board.motion.position(saved.at());
            board.lines.last(saved.line());
            pauses.pauseAfterPanic(automatic);
        }));
        stages.add(Stage.says(Mk3Texts.UNPARK, Mk3Texts.RETRACT, "//action:paused", Mk3Texts.LCD));
        stages.add(new Stage.Does(() -> board.deafUntilNanos = Long.MIN_VALUE));
        return stages;
    }
}
