package org.printwire.sim;

import java.util.List;

/**
 * A Marlin or MK3S printer with its USB cable, and everything that can go wrong with them, on virtual time.
 *
 * <p>It has no clock and no thread: every method takes the present time in nanoseconds, which must never go back, and
 * lets the printer live up to that moment. The same options and the same calls give the same bytes, to the last one.
 * How the firmware behaves is taken from recordings of Prusa-Firmware 3.14 and Marlin 2.1, and where these are silent
 * from their published sources. Not simulated: acceleration, SD cards, several extruders, MMU, power panic.
 *
 * <p>Not thread-safe.
 */
public final class SimulatedPrinter {
    private final SimulatedPrinterOptions options;
    private final Tally tally = new Tally();
    private final FaultDice dice;
    private final ExecutedLog log;
    private final Transmitter transmitter;
    private final LineFaults lineFaults;
    private final Wire wire;
    private Board board;
    private Firmware firmware;
    private LineIntake intake;
    private MainLoop loop;
    private boolean unplugged;

    /** A printer that has been switched on some time ago and waits for commands. */
    public SimulatedPrinter(SimulatedPrinterOptions options, long nanos) {
        this.options = options;
        this.dice = new FaultDice(options.faults(), options.seed(), tally);
        this.log = new ExecutedLog(options.keepsExecuted());
        long byteNanos = options.baud() == 0 ? 0 : 10_000_000_000L / options.baud();
        this.transmitter = new Transmitter(byteNanos, dice, tally);
        this.lineFaults = new LineFaults(dice);
        this.wire = new Wire(Math.max(byteNanos, slowReaderNanos(options.faults())));
        power(nanos);
    }

    private static long slowReaderNanos(Faults faults) {
        long nanos = 0;
        for (Fault fault : faults.all()) {
            if (fault instanceof Fault.SlowReader slow) {
                nanos = 1_000_000_000L / slow.bytesPerSecond();
            }
        }
        return nanos;
    }

    private void power(long nanos) {
        board = new Board(options, log, tally, transmitter, nanos);
        firmware = options.model() == PrinterModel.MK3S ? new Mk3Firmware(board) : new MarlinFirmware(board);
        intake = new LineIntake(board, firmware, this::accepted);
        loop = new MainLoop(board, firmware, intake);
    }

    /** Bytes leave the host for the printer. */
    public void receive(byte[] bytes, int offset, int length, long nanos) {
        advance(nanos);
        if (unplugged) {
            return;
        }
        tally.bytesReceived += length;
        lineFaults.pass(bytes, offset, length, wire, nanos);
        advance(nanos);
    }

    /** Lets the printer live up to now. @return what has arrived at the host since the last call */
    public byte[] transmit(long nanos) {
        advance(nanos);
        if (unplugged) {
            transmitter.clear();
        }
        return transmitter.take(nanos);
    }

    /**
     * When to call {@link #transmit} next: something may happen then. {@code Long.MAX_VALUE}: nothing happens before
     * the host or the user does something.
     */
    public long nextEventNanos() {
        return Math.min(transmitter.nextNanos(), Math.min(wire.nextLineNanos(), loop.nextNanos()));
    }

    /** How many bytes wait on the way to the printer: a shell stops reading from the host while there are many. */
    public int backlog() {
        return wire.length();
    }

    /** The host opens the port: DTR resets the board, unless the options say otherwise. Plugs the cable in. */
    public void opened(long nanos) {
        advance(nanos);
        unplugged = false;
        wire.clear();
        transmitter.clear();
        if (options.resetsOnOpen()) {
            boot(false);
        }
    }

    /** The board resets, as by its button. */
    public void reset(long nanos) {
        advance(nanos);
        boot(false);
    }

    /** The user presses the knob: answers a question, or chooses "Resume print" when the printer is paused. */
    public void press(long nanos) {
        act(nanos, () -> {
            if (board.task != null && board.task.awaitsUser()) {
                board.task.userActs();
            } else {
                firmware.userActs();
            }
        });
    }

    /** The filament is at its end. Waits for the end of a command that blocks, such as M109. */
    public void runout(long nanos) {
        act(nanos, firmware::runout);
    }

    /** The head hits something (MK3S). Waits for the end of a command that blocks. */
    public void crash(long nanos) {
        act(nanos, firmware::crash);
    }

    /** The user chooses "Pause print" on the screen. */
    public void lcdPause(long nanos) {
        act(nanos, firmware::lcdPause);
    }

    /** The user chooses "Stop print" on the screen. */
    public void lcdStop(long nanos) {
        act(nanos, firmware::lcdStop);
    }

    /** The hotend fan stops turning (MK3S). */
    public void fanStall(long nanos) {
        act(nanos, firmware::fanStall);
    }

    /** The thermistor breaks: the firmware stops for good. */
    public void minTemp(long nanos) {
        act(nanos, firmware::minTemp);
    }

    /** The firmware kills itself, giving {@code text} as the reason. */
    public void kill(String text, long nanos) {
        act(nanos, () -> firmware.kill(text));
    }

    /** The cable is pulled; the board stays powered. {@link #opened} plugs it in again. */
    public void unplug(long nanos) {
        advance(nanos);
        unplug();
    }

    /** Whether the cable is out: by {@link #unplug} or by a fault. The shell then takes the port away. */
    public boolean unplugged() {
        return unplugged;
    }

    /** What has happened so far. */
    public SimulatedReport report() {
        return tally.report(log.hash());
    }

    /** The commands executed so far, in order; empty unless the options keep them. See {@link ExecutedLog}. */
    public List<String> executed() {
        return options.keepsExecuted() ? log.executed() : List.of();
    }

    private void act(long nanos, Runnable effect) {
        advance(nanos);
        if (board.nowNanos >= board.hungUntilNanos) {
            effect.run();
            loop.pump();
            rebootIfWanted();
        }
    }

    private void advance(long nanos) {
        if (nanos < board.nowNanos) {
            throw new IllegalArgumentException("time went back from " + board.nowNanos + " to " + nanos + " ns");
        }
        while (true) {
            long byteDue = wire.nextNanos();
            long due = Math.min(byteDue, loop.nextNanos());
            if (due > nanos) {
                break;
            }
            board.nowNanos = Math.max(board.nowNanos, due);
            if (byteDue <= board.nowNanos) {
                intake.arrives(wire.take());
                loop.pump();
            } else {
                loop.elapse();
            }
            rebootIfWanted();
        }
        board.nowNanos = nanos;
    }

    private void rebootIfWanted() {
        if (board.reboot != Board.Reboot.NO) {
            boot(board.reboot == Board.Reboot.KILLED);
        }
    }

    private void boot(boolean killed) {
        board.dropMoves();
        tally.boots++;
        power(board.nowNanos);
        board.reading = Board.Reading.LOST;
        firmware.earlyBanner().forEach(board::say);
        long bootNanos = options.bootMillis() * 1_000_000L;
        board.hungUntilNanos = board.nowNanos + bootNanos;
        board.begin(firmware.boot(killed));
        loop.pump();
    }

    private void accepted(long count) {
        for (Fault fault : options.faults().all()) {
            if (fault instanceof Fault.HangAt hang && hang.line() == count) {
                tally.fault(hang.name());
                board.hungUntilNanos = hang.span().isZero() ? Board.NEVER : board.nowNanos + hang.span().toNanos();
            } else if (fault instanceof Fault.ResetAt reset && reset.line() == count) {
                tally.fault(reset.name());
                board.reboot = Board.Reboot.PLAIN;
            } else if (fault instanceof Fault.UnplugAt unplug && unplug.line() == count) {
                tally.fault(unplug.name());
                unplug();
            } else if (fault instanceof Fault.ErrorAt error && error.line() == count) {
                tally.fault(error.name());
                firmware.kill(error.text());
            }
        }
    }

    private void unplug() {
        unplugged = true;
        wire.clear();
        transmitter.clear();
    }
}
