package org.printwire.sim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What differs between the firmwares: their texts, their commands, and how they pause. One instance a boot. */
interface Firmware {

    /** Said at once after a reset. */
    List<String> earlyBanner();

    /** What the firmware does once the boot loader is through. */
    List<Stage> boot(Board.Reboot cause);

    /**
     * Begins a command.
     *
     * @return what is left to do before its {@code ok}; empty: this firmware does not know the command
     */
    Optional<List<Stage>> run(Command command);

    /** How an unknown command is answered, before its {@code ok}. */
    String unknown(Command command);

    /** The temperatures as M105 tells them, without {@code ok}. */
    String temperatures();

    /** What is told every second while a heater is waited for; {@code wait}: seconds left, or {@code ?}. */
    String heatingLine(String wait);

    /** How long the temperature must hold, seconds. */
    int residencySeconds();

    /** Whether a heating wait tells the temperature at once and not only after a second. */
    boolean tellsHeatingAtOnce();

    /** One M155 report. @param mask the C parameter, 1 if there was none */
    void report(int mask);

    /** Looks at a line when it is read. @return true: it has been dealt with and does not go into the buffer */
    boolean intercepts(Command command);

    /** Sees every byte as it arrives, before the receive ring. */
    void overhears(byte value);

    /** The user acts while no command waits for him. */
    void userActs();

    /** Stops for good, or until a reboot, giving a reason. */
    void kill(String text);

    /** Nobody has wanted anything for as long as M85 said. */
    void inactive();

    /** The power fails, and is back after {@code span}. */
    void powerPanic(Duration span);

    void runout();

    void crash();

    void lcdPause();

    void lcdStop();

    void fanStall();

    void minTemp();

    /** When the firmware does something by itself; {@code Long.MAX_VALUE}: never. */
    long nextNanos();

    /** Does it. Called when {@link #nextNanos()} has come. */
    void elapse();
}
