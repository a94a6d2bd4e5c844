package org.printwire.sim;

import java.util.ArrayList;
import java.util.List;

/** Homing of an MK3S, with what its stepper drivers tell meanwhile. */
final class Mk3Homing {
    private final Board board;
    private boolean knowsZ;

    Mk3Homing(Board board) {
        this.board = board;
    }

    /** G28: the axes named or all; without W it levels the bed by its mesh as well. */
    List<Stage> home(Command command) {
        boolean x = command.has('X');
        boolean y = command.has('Y');
        boolean z = command.has('Z');
        boolean all = !x && !y && !z;
        List<Stage> stages = new ArrayList<>(List.of(new Stage.Synchronises()));
        if (!knowsZ) {
            stages.add(Stage.says(Mk3Texts.homeEnter(4), Mk3Texts.homeExit(4)));
        }
        if (x || all) {
            stages.addAll(axis(1));
        }
        if (y || all) {
            stages.addAll(axis(2));
        }
        stages.add(new Stage.Lasts(2));
        if (all && !command.has('W')) {
            stages.add(new Stage.Lasts(22));
            stages.add(Stage.says(Mk3Texts.LCD));
        }
        stages.add(new Stage.Does(() -> {
            knowsZ |= z || all;
            board.motion.home(x, y, z);
        }));
        return stages;
    }

    /** Sensorless homing of one axis. @param mask 1 X, 2 Y */
    static List<Stage> axis(int mask) {
        return List.of(Stage.says(Mk3Texts.homeEnter(mask)), new Stage.Lasts(2.5),
                Stage.says("  0 step= 0 mscnt=   0", Mk3Texts.homeExit(mask)));
    }
}
