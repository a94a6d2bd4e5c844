package org.printwire.sim;

import java.time.Duration;
import java.util.Optional;

/**
 * What kind of printer to simulate. Immutable; start from {@link #mk3s()} or {@link #marlin()} and change with
 * {@code with...}.
 *
 * @param model         which firmware
 * @param timeScale     how long moves, heating, homing and dwelling take: 1 is real time, 0.01 a hundred times
 *                      faster, 0 no time at all. Keepalives, the user and RX timeouts are never scaled.
 * @param baud          bits per second both ways (ten a byte); 0: no limit
 * @param seed          of every fault that is drawn by chance
 * @param faults        what goes wrong
 * @param userDelay     how long the user takes to act at M600, M0 and after M601; empty: the user never comes
 * @param bootMillis    from {@code start} to the rest of the banner; bytes that come in between are lost, as the
 *                      boot loader eats them
 * @param busyInterval  between two {@code echo:busy:} lines; zero: none. M113 changes it.
 * @param resetsOnOpen  whether opening the port resets the board (DTR), as with MK3 and most Marlin boards; not when
 *                      the host before left HUPCL off
 * @param resumesItself MK3S only: "Resume print" on the screen resumes at once, as before firmware 3.14. Otherwise
 *                      the printer asks the host by {@code //action:resume} and waits for its M602.
 * @param advancedOk    Marlin only: {@code ok N12 P15 B3}, as with ADVANCED_OK
 * @param keepsExecuted whether {@link SimulatedPrinter#executed()} remembers the commands, or only their hash
 * @param meatPack     the firmware unpacks lines when it is told to: MK3S 3.13 and later; Marlin if built so
 */
public record SimulatedPrinterOptions(PrinterModel model, double timeScale, int baud, long seed, Faults faults,
                                      Optional<Duration> userDelay, int bootMillis, Duration busyInterval,
                                      boolean resetsOnOpen, boolean resumesItself, boolean advancedOk,
                                      boolean keepsExecuted, boolean meatPack) {

    public SimulatedPrinterOptions {
        if (!(timeScale >= 0) || timeScale > 1000) {
            throw new IllegalArgumentException("time scale " + timeScale + " is not between 0 (instant) and 1000");
        }
        if (baud < 0) {
            throw new IllegalArgumentException("baud " + baud + " is below 0 (0: no limit)");
        }
        if (bootMillis < 0) {
            throw new IllegalArgumentException("boot time " + bootMillis + " ms is below 0");
        }
    }

    /** An MK3S in real time at unlimited baud, without faults and without a user. */
    public static SimulatedPrinterOptions mk3s() {
        return new SimulatedPrinterOptions(PrinterModel.MK3S, 1, 0, 1, Faults.NONE, Optional.empty(), 1000,
                Duration.ofSeconds(2), true, false, false, true, true);
    }

    /** A Marlin in real time at unlimited baud, without faults and without a user. */
    public static SimulatedPrinterOptions marlin() {
        return mk3s().withModel(PrinterModel.MARLIN).withMeatPack(false);
    }

    /** Nothing takes time, not even booting. */
    public SimulatedPrinterOptions instant() {
        return withTimeScale(0).withBootMillis(0);
    }

    public SimulatedPrinterOptions withModel(PrinterModel value) {
        return new SimulatedPrinterOptions(value, timeScale, baud, seed, faults, userDelay, bootMillis, busyInterval,
                resetsOnOpen, resumesItself, advancedOk, keepsExecuted, meatPack);
    }

    public SimulatedPrinterOptions withTimeScale(double value) {
        return new SimulatedPrinterOptions(model, value, baud, seed, faults, userDelay, bootMillis, busyInterval,
                resetsOnOpen, resumesItself, advancedOk, keepsExecuted, meatPack);
    }

    public SimulatedPrinterOptions withBaud(int value) {
        return new SimulatedPrinterOptions(model, timeScale, value, seed, faults, userDelay, bootMillis, busyInterval,
                resetsOnOpen, resumesItself, advancedOk, keepsExecuted, meatPack);
    }

    public SimulatedPrinterOptions withSeed(long value) {
        return new SimulatedPrinterOptions(model, timeScale, baud, value, faults, userDelay, bootMillis, busyInterval,
                resetsOnOpen, resumesItself, advancedOk, keepsExecuted, meatPack);
    }

    public SimulatedPrinterOptions withFaults(Faults value) {
        return new SimulatedPrinterOptions(model, timeScale, baud, seed, value, userDelay, bootMillis, busyInterval,
                resetsOnOpen, resumesItself, advancedOk, keepsExecuted, meatPack);
    }

    /** @param value null: the user never comes */
    public SimulatedPrinterOptions withUserDelay(Duration value) {
        return new SimulatedPrinterOptions(model, timeScale, baud, seed, faults, Optional.ofNullable(value),
                bootMillis, busyInterval, resetsOnOpen, resumesItself, advancedOk, keepsExecuted, meatPack);
    }

    public SimulatedPrinterOptions withBootMillis(int value) {
        return new SimulatedPrinterOptions(model, timeScale, baud, seed, faults, userDelay, value, busyInterval,
                resetsOnOpen, resumesItself, advancedOk, keepsExecuted, meatPack);
    }

    public SimulatedPrinterOptions withBusyInterval(Duration value) {
        return new SimulatedPrinterOptions(model, timeScale, baud, seed, faults, userDelay, bootMillis, value,
                resetsOnOpen, resumesItself, advancedOk, keepsExecuted, meatPack);
    }

    public SimulatedPrinterOptions withResetsOnOpen(boolean value) {
        return new SimulatedPrinterOptions(model, timeScale, baud, seed, faults, userDelay, bootMillis, busyInterval,
                value, resumesItself, advancedOk, keepsExecuted, meatPack);
    }

    public SimulatedPrinterOptions withResumesItself(boolean value) {
        return new SimulatedPrinterOptions(model, timeScale, baud, seed, faults, userDelay, bootMillis, busyInterval,
                resetsOnOpen, value, advancedOk, keepsExecuted, meatPack);
    }

    public SimulatedPrinterOptions withAdvancedOk(boolean value) {
        return new SimulatedPrinterOptions(model, timeScale, baud, seed, faults, userDelay, bootMillis, busyInterval,
                resetsOnOpen, resumesItself, value, keepsExecuted, meatPack);
    }

    public SimulatedPrinterOptions withKeepsExecuted(boolean value) {
        return new SimulatedPrinterOptions(model, timeScale, baud, seed, faults, userDelay, bootMillis, busyInterval,
                resetsOnOpen, resumesItself, advancedOk, value, meatPack);
    }

    public SimulatedPrinterOptions withMeatPack(boolean value) {
        return new SimulatedPrinterOptions(model, timeScale, baud, seed, faults, userDelay, bootMillis, busyInterval,
                resetsOnOpen, resumesItself, advancedOk, keepsExecuted, value);
    }
}
