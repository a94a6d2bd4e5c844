package org.printwire.sim;

import java.time.Duration;
import java.util.List;

/**
 * A Marlin or MK3S printer with its USB cable, and everything that can go wrong with them, on virtual time.
 *
 * <p>It has no clock and no thread: every method takes the present time in nanoseconds, which must never go back, and
 * lets the printer live up to that moment. The same options and the same calls give the same bytes, to the last one.
 * How the firmware behaves is taken from recordings of Prusa-Firmware 3.14 and Marlin 2.1, and where these are silent
 * from their published sources. Not simulated: acceleration, SD cards, several extruders, MMU.
 *
 * <p>Not thread-safe.
 */
public final class SimulatedPrinter {
    private final SimulatedPrinterOptions options;
    private final Tally tally = new Tally();
    private final LineFaults lineFaults;
    private final Cable cable;
    private final Machine machine;

    /** A printer that has been switched on some time ago and waits for commands. */
    public SimulatedPrinter(SimulatedPrinterOptions options, long nanos) {
        this.options = options;
        FaultDice dice = new FaultDice(options.faults(), options.seed(), tally);
        this.lineFaults = new LineFaults(dice);
        this.cable = new Cable(options.resetsOnOpen());
        this.machine = new Machine(options, tally, dice, cable, nanos);
    }

    /** Bytes leave the host for the printer. */
    public void receive(byte[] bytes, int offset, int length, long nanos) {
        advance(nanos);
        if (cable.out()) {
            return;
        }
        tally.bytesReceived += length;
        lineFaults.pass(bytes, offset, length, machine.wire, nanos);
        advance(nanos);
    }

    /** Lets the printer live up to now. @return what has arrived at the host since the last call */
    public byte[] transmit(long nanos) {
        advance(nanos);
        if (cable.out()) {
            machine.transmitter.clear();
        }
        return machine.transmitter.take(nanos);
    }

    /**
     * When to call {@link #transmit} next: something may happen then. {@code Long.MAX_VALUE}: nothing happens before
     * the host or the user does something.
     */
    public long nextEventNanos() {
        long said = cable.out() ? cable.backNanos() : machine.transmitter.nextNanos();
        return Math.min(said, Math.min(machine.wire.nextLineNanos(), machine.nextNanos()));
    }

    /** How many bytes wait on the way to the printer: a shell stops reading from the host while there are many. */
    public int backlog() {
        return machine.wire.length();
    }

    /**
     * The host opens the port and plugs the cable in, should it be out. DTR resets the board, unless it has been up all the
     * time (see {@link #closed}) or the options say otherwise. Without a reset the board is found as it is, perhaps in
     * the middle of a line that it sends, and what it said while nobody listened is lost.
     */
    public void opened(long nanos) {
        advance(nanos);
        boolean resets = cable.opened();
        machine.transmitter.take(nanos);
        if (resets) {
            machine.wire.clear();
            lineFaults.opened();
            machine.transmitter.clear();
            machine.boot(Board.Reboot.PLAIN);
        }
    }

    /**
     * The host closes the port, or its process dies. What it has sent still arrives.
     *
     * @param hangsUp whether the line DTR falls (HUPCL), so that the next open resets the board
     */
    public void closed(boolean hangsUp, long nanos) {
        advance(nanos);
        cable.closed(hangsUp);
        lineFaults.release(machine.wire, nanos);
        advance(nanos);
    }

    /** The board resets, as by its button. */
    public void reset(long nanos) {
        advance(nanos);
        machine.boot(Board.Reboot.PLAIN);
    }

    /** The user presses the knob: answers a question, or chooses "Resume print" when the printer is paused. */
    public void press(long nanos) {
        act(nanos, () -> {
            if (machine.board.task != null && machine.board.task.awaitsUser()) {
                machine.board.task.userActs();
            } else {
                machine.firmware.userActs();
            }
        });
    }

    /** The filament is at its end. Waits for the end of a command that blocks, such as M109. */
    public void runout(long nanos) {
        act(nanos, machine.firmware::runout);
    }

    /** The head hits something (MK3S). Waits for the end of a command that blocks. */
    public void crash(long nanos) {
        act(nanos, machine.firmware::crash);
    }

    /** The user chooses "Pause print" on the screen. */
    public void lcdPause(long nanos) {
        act(nanos, machine.firmware::lcdPause);
    }

    /** The user chooses "Stop print" on the screen. */
    public void lcdStop(long nanos) {
        act(nanos, machine.firmware::lcdStop);
    }

    /** The hotend fan stops turning (MK3S). */
    public void fanStall(long nanos) {
        act(nanos, machine.firmware::fanStall);
    }

    /** The thermistor breaks: the firmware stops for good. */
    public void minTemp(long nanos) {
        act(nanos, machine.firmware::minTemp);
    }

    /**
     * The power fails (MK3S): a print of the host is saved, the board is dead for a while and then recovers it. A Marlin
     * knows nothing of it and boots.
     */
    public void powerPanic(Duration span, long nanos) {
        act(nanos, () -> machine.firmware.powerPanic(span));
    }

    /** The firmware kills itself, giving {@code text} as the reason. */
    public void kill(String text, long nanos) {
        act(nanos, () -> machine.firmware.kill(text));
    }

    /** The cable is pulled; the board stays powered. {@link #opened} plugs it in again. */
    public void unplug(long nanos) {
        advance(nanos);
        cable.pull();
        sever();
    }

    /**
     * The same for a while.
     *
     * @param resets whether the board resets when the host then opens the port; else it does not
     */
    public void unplug(Duration span, boolean resets, long nanos) {
        advance(nanos);
        cable.pull(new Fault.UnplugAt(0, span, resets), nanos);
        sever();
    }

    /** Whether the cable is out: by {@link #unplug} or by a fault. The shell then takes the port away. */
    public boolean unplugged() {
        return cable.out();
    }

    /** Whether the cable is out and will come back by itself, see {@link #nextEventNanos}. */
    public boolean returns() {
        return cable.backNanos() != Board.NEVER;
    }

    /** What has happened so far. */
    public SimulatedReport report() {
        return tally.report(machine.log.hash());
    }

    /** Bytes that have left the host and that the firmware has not read yet: on the wire and in the receive ring. */
    public int unread() {
        return machine.wire.length() + machine.board.ring.length();
    }

    /** Whether such a fault has struck, by the name in the report. */
    public boolean struck(String fault) {
        return tally.struck(fault);
    }

    /** The commands executed so far, in order; empty unless the options keep them. See {@link ExecutedLog}. */
    public List<String> executed() {
        return executedFrom(0);
    }

    /** The same from the {@code first}, counted from 0. */
    public List<String> executedFrom(int first) {
        return options.keepsExecuted() ? machine.log.executedFrom(first) : List.of();
    }

    /** How many of {@link #executed()}, from the first, can no longer be taken back: their moves have been made. */
    public int settled() {
        return machine.log.settled();
    }

    /** Changes whenever {@link #executed()} does. */
    public long executedVersion() {
        return machine.log.version();
    }

    /** How many of {@link #executed()}, from the first, are over at this moment: no move before the next of them is queued. */
    public int made(long nanos) {
        advance(nanos);
        return machine.log.before(machine.board.planner.oldestSequence());
    }

    private void act(long nanos, Runnable effect) {
        advance(nanos);
        machine.act(effect);
    }

    private void advance(long nanos) {
        machine.advance(nanos);
        if (cable.backNanos() <= nanos) {
            cable.plugIn();
            machine.transmitter.clear();
        }
    }

    private void sever() {
        machine.wire.clear();
        machine.transmitter.clear();
    }
}
