package org.printwire.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.printwire.serial.JSerialCommPort;
import org.printwire.serial.PortException;
import org.printwire.serial.PortFinder;
import org.printwire.serial.SerialPort;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.time.Time;

/** The ports of this machine, and the built-in printer as {@code sim}. */
final class NamedPorts implements PortOpener {

    /** How long the simulated user takes to change a filament. */
    private static final Duration USER_DELAY = Duration.ofSeconds(10);

    private final PortFinder finder;
    private final Time time;

    NamedPorts(PortFinder finder, Time time) {
        this.finder = finder;
        this.time = time;
    }

    @Override
    public SerialPort open(String name, int baud) throws PortException {
        if ("sim".equals(name) || "sim:mk3s".equals(name)) {
            return SimulatedPort.open(SimulatedPrinterOptions.mk3s().withUserDelay(USER_DELAY), baud, time);
        }
        if ("sim:marlin".equals(name)) {
            return SimulatedPort.open(SimulatedPrinterOptions.marlin().withUserDelay(USER_DELAY), baud, time);
        }
        if (simulated(name)) {
            throw new PortException("there is no simulated printer '" + name + "': write sim, sim:mk3s or sim:marlin");
        }
        return JSerialCommPort.open(finder.resolve(name), baud);
    }

    @Override
    public String identity(String name) throws PortException {
        return simulated(name) ? name : finder.identity(name);
    }

    @Override
    public Optional<Instant> since(String name) throws PortException {
        return simulated(name) ? Optional.empty() : finder.since(name);
    }

    /** A port whose printer ends with this process. */
    static boolean simulated(String name) {
        return "sim".equals(name) || name != null && name.startsWith("sim:");
    }
}
