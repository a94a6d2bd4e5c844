package org.printwire.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * All that a board knows while it is powered and not reset; a reset makes a new one. Log, tally and the line to the
 * host outlive it.
 */
final class Board {
    static final long NEVER = Long.MAX_VALUE;

    /** What becomes of the bytes in the receive ring. */
    enum Reading {
        /** They are read as commands. */
        ON,
        /** They are read, and dropped without an answer: the firmware has stopped. */
        DROPPING,
        /** They stay where they are. */
        OFF,
        /** They are lost before they get there: the boot loader runs. */
        LOST
    }

    /** Whether the board wants a reset, and why. */
    enum Reboot { NO, PLAIN, KILLED, POWER }

    final SimulatedPrinterOptions options;
    final ExecutedLog log;
    final Tally tally;
    final Transmitter transmitter;
    final ReceiveRing ring = new ReceiveRing();
    /** Null: the firmware was built without. */
    final Unpacker unpacker;
    final LineReader reader;
    final LineCheck lines;
    final CommandBuffer buffer;
    final Planner planner = new Planner();
    final Motion motion = new Motion();
    final Heater hotend;
    final Heater bed;
    final IdleWatch idle;
    /** What cannot be done before the present command is through. */
    final Deque<Runnable> deferred = new ArrayDeque<>();
    /** What the head will bump into; says whether it has. null: nothing is in its way. */
    BooleanSupplier bump;
    long nowNanos;
    Task task;
    /** The present command's entry in the log; 0: the firmware's own. */
    long sequence;
    Reading reading = Reading.ON;
    Reboot reboot = Reboot.NO;
    /** When it comes back, if that is not at once. */
    long rebootNanos = NEVER;
    long hungUntilNanos = Long.MIN_VALUE;
    /** Until then it says that it is busy, and does nothing. */
    long dazedUntilNanos = Long.MIN_VALUE;
    long dazedBusyNanos = NEVER;
    /** Until then it does not look at the receive ring. */
    long deafUntilNanos = Long.MIN_VALUE;
    /** What a power panic has left in the EEPROM; null: nothing. */
    SavedPrint saved;
    /** Whether a print of the host is paused. */
    boolean paused;
    private boolean printedBefore;
    /** What happens as soon as the firmware is back in its loop. */
    final Deque<Runnable> strikes = new ArrayDeque<>();
    long busyIntervalNanos;
    long reportEveryNanos;
    long reportNanos = NEVER;
    int reportMask = 1;
    long hostPrintsUntilNanos = Long.MIN_VALUE;

    Board(SimulatedPrinterOptions options, ExecutedLog log, Tally tally, Transmitter transmitter, long nanos) {
        this.options = options;
        this.log = log;
        this.tally = tally;
        this.transmitter = transmitter;
        this.nowNanos = nanos;
        boolean mk3 = options.model() == PrinterModel.MK3S;
        this.unpacker = options.meatPack() ? new Unpacker(options.model()) : null;
        this.reader = new LineReader(options.model());
        this.lines = new LineCheck(options.model());
        this.buffer = new CommandBuffer(options.model());
        this.hotend = new Heater(mk3 ? 25.5 : 19.37, mk3 ? 1.5 : 2.2, options.timeScale(), nanos);
        this.bed = new Heater(mk3 ? 26.4 : 19.37, 0.5, options.timeScale(), nanos);
        this.idle = new IdleWatch(this, mk3, nanos);
        this.busyIntervalNanos = options.busyInterval().toNanos();
    }

    /** Whether the firmware runs: it neither hangs nor is about to reset. */
    boolean works() {
        return nowNanos >= hungUntilNanos && reboot == Reboot.NO;
    }

    void say(String line) {
        transmitter.say(line, nowNanos);
    }

    /** Notes that a command is executed from now on. */
    void logged(Command command) {
        printedBefore = hostPrinted();
        tally.executed++;
        if (command.own()) {
            sequence = 0;
        } else {
            log.settle(planner.oldestSequence());
            sequence = log.add(command);
        }
    }

    /** A time that the time scale shortens. */
    long scaled(double seconds) {
        return nanos(seconds * options.timeScale());
    }

    /** Seconds as nanoseconds, at least 0 and at most three years, so that a sum with the present never overflows. */
    static long nanos(double seconds) {
        return (long) Math.max(0, Math.min(1e17, seconds * 1e9));
    }

    /** Confirms the present command, with more on the same line, unless that was done. */
    void answer(String more) {
        if (!task.answered()) {
            task.answer();
            say("ok" + (more.isEmpty() && options.advancedOk()
                    && options.model() == PrinterModel.MARLIN ? advanced(task.command()) : more));
            idle.active(nowNanos);
        }
    }

    /** ADVANCED_OK of Marlin: the line, free places of the planner, free places of the buffer, with this one taken. */
    private String advanced(Command command) {
        return (command.number() < 0 ? "" : " N" + command.number()) + " P" + (Planner.USABLE - planner.size())
                + " B" + (CommandBuffer.MARLIN_PLACES - buffer.size());
    }

    /** Takes the present command off the buffer before it is through. */
    void pop() {
        if (!task.popped()) {
            task.pop();
            buffer.pop();
            if (task.command().number() >= 0) {
                planner.countLine();
            }
        }
    }

    /** Asks for the line after {@code last}, throwing away what waits in the ring. */
    void askAgain(long last) {
        lines.last(last);
        ring.flush();
        reader.drop();
        idle.active(nowNanos);
        tally.resends++;
        say("Resend: " + (last + 1));
        say("ok");
    }

    /** Throws the command buffer away; Prusa-Firmware confirms every command that it drops (cmdqueue_reset). */
    void dropBuffer() {
        boolean confirmed = task != null && !task.popped() && task.answered();
        for (Command dropped : buffer.clear()) {
            if (!confirmed && !dropped.own()) {
                say("ok");
            }
            confirmed = false;
        }
        if (task != null) {
            task.answer();
            task.pop();
        }
    }

    /**
     * The line number that MK3 goes back to: the last received, less the numbered commands of moves not yet over, less
     * everything in the command buffer. That takes its own commands and those without a number for numbered ones
     * (recorded: {@code M110 N6} after line 8 with an {@code M600} of its own and an {@code M110} without a number in the
     * buffer), so that the host's lines before them are asked for though they were executed.
     */
    long notExecutedFrom() {
        return lines.last() - planner.lines() - buffer.size();
    }

    /**
     * Stops all motion at once, as for a crash or a runout: forgets planner, buffer and the present command.
     *
     * @return the line number of the last command that was really executed
     */
    long interrupt() {
        long saved = notExecutedFrom();
        Set<Long> notMade = new HashSet<>();
        if (task != null && task.command() != null) {
            notMade.add(sequence);
        }
        dropMoves(notMade, saved);
        dropBuffer();
        task = null;
        return saved;
    }

    /** Throws the planner away. */
    void dropMoves() {
        dropMoves(new HashSet<>(), NEVER);
    }

    private void dropMoves(Set<Long> notMade, long saved) {
        List<Planner.Block> dropped = planner.clear();
        if (!dropped.isEmpty()) {
            motion.position(dropped.get(0).from());
        }
        dropped.forEach(block -> notMade.add(block.sequence()));
        log.takeBack(notMade, saved);
    }

    /** Begins something that no command asked for. The firmware must be idle or have been interrupted. */
    void begin(List<Stage> stages) {
        task = new Task(null, stages);
    }

    /** Does it now, or when the present command is through. */
    void whenIdle(Runnable effect) {
        if (task == null) {
            effect.run();
        } else {
            deferred.addLast(effect);
        }
    }

    /**
     * Whether a host prints: a G command came in the last ten seconds (USB_TIMER_TIMEOUT of Prusa-Firmware), or it is
     * still being done, or a print is paused.
     */
    boolean hostPrints() {
        return paused || hostPrinted() || task != null && printedBefore;
    }

    private boolean hostPrinted() {
        return hostPrintsUntilNanos > nowNanos || !planner.empty();
    }
}
