package org.printwire.sim;

import java.util.List;

/**
 * What firmware does when nobody wants anything of it any more. Both kill themselves after the time that M85 gives (off
 * unless it is given): Marlin when it has nothing to do, MK3 so long after its last {@code ok} or {@code Resend} even if
 * it is in the middle of a long command, a filament change or a pause.
 * MK3 alone has the safety timer: with a heater on and no print, it switches heaters off after 30 minutes, or what M86
 * gives (0: never), without a word, and then waits for a click while commands pile up. From the sources of both.
 */
final class IdleWatch {
    private static final long SAFETY_NANOS = Board.nanos(30 * 60);

    private final Board board;
    private final boolean mk3;
    private long activeNanos;
    private long heatersNanos;
    private long killNanos;
    private long safetyNanos;

    IdleWatch(Board board, boolean mk3, long nanos) {
        this.board = board;
        this.mk3 = mk3;
        this.activeNanos = nanos;
        this.heatersNanos = nanos;
        this.safetyNanos = mk3 ? SAFETY_NANOS : 0;
    }

    /** A command has been answered. */
    void active(long nanos) {
        activeNanos = nanos;
    }

    /** Heaters that were all off are switched on. */
    void heats(long nanos) {
        heatersNanos = nanos;
    }

    /** M85. @param seconds 0: never */
    void killAfter(double seconds) {
        killNanos = Board.nanos(seconds);
    }

    /** M86 of MK3. @param seconds 0: never */
    void coolAfter(double seconds) {
        safetyNanos = Board.nanos(seconds);
        heatersNanos = board.nowNanos;
    }

    /** When it acts, as things are; {@code Long.MAX_VALUE}: never. */
    long nextNanos() {
        return Math.min(killAtNanos(), coolAtNanos());
    }

    private long killAtNanos() {
        if (killNanos == 0) {
            return Board.NEVER;
        }
        if (mk3) {
            return activeNanos + killNanos;
        }
        boolean works = board.task != null || !board.planner.empty();
        return works ? Board.NEVER : Math.max(activeNanos, board.planner.lastEndNanos()) + killNanos;
    }

    private long coolAtNanos() {
        boolean on = board.hotend.target() > 0 || board.bed.target() > 0;
        if (safetyNanos == 0 || !on || board.paused || board.task != null || !board.planner.empty()) {
            return Board.NEVER;
        }
        long idle = Math.max(board.hostPrintsUntilNanos, board.planner.lastEndNanos());
        return Math.max(heatersNanos, idle) + safetyNanos;
    }

    void elapse(Firmware firmware) {
        if (killAtNanos() <= board.nowNanos) {
            activeNanos = board.nowNanos;
            firmware.inactive();
        } else if (coolAtNanos() <= board.nowNanos) {
            board.hotend.target(0, board.nowNanos);
            board.bed.target(0, board.nowNanos);
            board.begin(List.of(Stage.awaitsUser()));
        }
    }
}
