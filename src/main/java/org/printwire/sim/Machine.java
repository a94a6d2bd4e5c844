package org.printwire.sim;

/** The powered printer behind its cable: the present board, its firmware, and the loop that makes them live. */
final class Machine {
    final Tally tally;
    final ExecutedLog log;
    final Transmitter transmitter;
    final Wire wire;
    Board board;
    Firmware firmware;
    MainLoop loop;
    private final SimulatedPrinterOptions options;
    private final Mishaps mishaps;
    private final Cable cable;
    private LineIntake intake;

    Machine(SimulatedPrinterOptions options, Tally tally, FaultDice dice, Cable cable, long nanos) {
        this.options = options;
        this.tally = tally;
        this.cable = cable;
        this.mishaps = new Mishaps(options.faults(), cable);
        this.log = new ExecutedLog(options.keepsExecuted());
        long byteNanos = options.baud() == 0 ? 0 : 10_000_000_000L / options.baud();
        this.transmitter = new Transmitter(byteNanos, dice, tally);
        this.wire = new Wire(Math.max(byteNanos, options.faults().slowReaderNanos()));
        power(nanos);
    }

    private void power(long nanos) {
        board = new Board(options, log, tally, transmitter, nanos);
        firmware = options.model() == PrinterModel.MK3S ? new Mk3Firmware(board) : new MarlinFirmware(board);
        mishaps.befall(board, firmware);
        intake = new LineIntake(board, firmware, mishaps);
        loop = new MainLoop(board, firmware, intake);
    }

    /** Lives up to then. */
    void advance(long nanos) {
        if (nanos < board.nowNanos) {
            throw new IllegalArgumentException("time went back from " + board.nowNanos + " to " + nanos + " ns");
        }
        while (true) {
            long byteDue = wire.nextNanos();
            long due = Math.min(byteDue, Math.min(loop.nextNanos(), board.rebootNanos));
            if (due > nanos) {
                break;
            }
            board.nowNanos = Math.max(board.nowNanos, due);
            if (board.rebootNanos <= board.nowNanos) {
                boot(board.reboot);
            } else if (byteDue <= board.nowNanos) {
                intake.arrives(wire.take());
                loop.pump();
            } else {
                loop.elapse();
            }
            rebootIfWanted();
            if (cable.out()) {
                wire.clear();
            }
        }
        board.nowNanos = nanos;
    }

    /** When something happens next that has not been asked for. */
    long nextNanos() {
        return Math.min(loop.nextNanos(), board.rebootNanos);
    }

    /** Somebody does something to it, unless it hangs. */
    void act(Runnable effect) {
        if (board.nowNanos >= board.hungUntilNanos) {
            effect.run();
            loop.pump();
            rebootIfWanted();
        }
    }

    private void rebootIfWanted() {
        if (board.reboot != Board.Reboot.NO && (board.rebootNanos == Board.NEVER || powered())) {
            boot(board.reboot);
        }
    }

    private boolean powered() {
        return board.nowNanos >= board.rebootNanos;
    }

    /**
     * Resets the board. Hotend and bed are as warm as they were, and what a power panic saved is still there. Without
     * power nothing happens.
     */
    void boot(Board.Reboot cause) {
        if (board.rebootNanos != Board.NEVER && !powered()) {
            return;
        }
        board.dropMoves();
        tally.boots++;
        Board before = board;
        power(before.nowNanos);
        board.hotend.warmAs(before.hotend, board.nowNanos);
        board.bed.warmAs(before.bed, board.nowNanos);
        board.saved = before.saved;
        board.reading = Board.Reading.LOST;
        firmware.earlyBanner().forEach(board::say);
        board.hungUntilNanos = board.nowNanos + options.bootMillis() * 1_000_000L;
        board.begin(firmware.boot(cause));
        loop.pump();
    }
}
