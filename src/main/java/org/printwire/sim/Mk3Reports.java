package org.printwire.sim;

import java.util.Locale;

/** What an MK3S says of its temperatures, fans and position. */
final class Mk3Reports {
    private final Board board;

    Mk3Reports(Board board) {
        this.board = board;
    }

    /** As M105 tells them, without {@code ok}. */
    String temperatures() {
        double hotend = board.hotend.temperature(board.nowNanos);
        return String.format(Locale.ROOT,
                "T:%.1f /%.1f B:%.1f /%.1f T0:%.1f /%.1f @:%d B@:%d P:25.5 A:25.4", hotend, board.hotend.target(),
                board.bed.temperature(board.nowNanos), board.bed.target(), hotend, board.hotend.target(),
                board.hotend.target() > 0 ? 95 : 0, board.bed.target() > 0 ? 21 : 0);
    }

    String heatingLine(String wait) {
        return String.format(Locale.ROOT, "T:%.1f E:0 W:%s", board.hotend.temperature(board.nowNanos), wait);
    }

    /** As M114 tells it. */
    String position() {
        Motion at = board.motion;
        return String.format(Locale.ROOT, "X:%.2f Y:%.2f Z:%.2f E:%.2f Count X: %.2f Y:%.2f Z:%.2f E:%.2f", at.axis(0),
                at.axis(1), at.axis(2), at.axis(3), at.machine(0), at.machine(1), at.machine(2), at.machine(3));
    }

    /** M155. @param mask 1 temperatures, 2 fans, 4 position */
    void report(int mask) {
        if ((mask & 1) != 0) {
            board.say(temperatures());
        }
        if ((mask & 4) != 0) {
            board.say(position());
        }
        if ((mask & 2) != 0) {
            board.say("E0:0 RPM PRN1:0 RPM E0@:0 PRN1@:0");
        }
    }
}
