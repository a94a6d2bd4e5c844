package org.printwire.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * What an MK3S does when its head bumps into something (Prusa-Firmware 3.14, recorded): it homes X and Y, moves back and
 * asks for what was not made.
 */
final class Mk3Crash {

    private final Board board;

    Mk3Crash(Board board) {
        this.board = board;
    }

    /** Only a move can crash: a head that stands bumps as soon as it moves. Where moves take no time, at once. */
    void comes() {
        board.bump = () -> {
            if (board.planner.empty() && board.options.timeScale() > 0) {
                return false;
            }
            board.bump = null;
            recover();
            return true;
        };
    }

    /** Meanwhile the serial line is not read. */
    private void recover() {
        long saved = board.interrupt();
        board.reading = Board.Reading.OFF;
        List<Stage> stages = new ArrayList<>(List.of(Stage.says(Mk3Texts.UNPARK, Mk3Texts.RETRACT,
                "echo:enqueing \"G1 Z15.000 F800.000\"", "echo:enqueing \"CRASH_DETECTEDX\"", Mk3Texts.LCD)));
        stages.addAll(Mk3Homing.axis(1));
        stages.addAll(Mk3Homing.axis(2));
        stages.add(Stage.says("echo:enqueing \"CRASH_RECOVER\""));
        stages.add(new Stage.Lasts(5));
        stages.add(new Stage.Does(() -> {
            board.reading = Board.Reading.ON;
            board.askAgain(saved);
        }));
        stages.add(Stage.says(Mk3Texts.LCD));
        board.begin(stages);
    }
}
