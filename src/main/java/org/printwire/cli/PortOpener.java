package org.printwire.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.printwire.serial.PortException;
import org.printwire.serial.SerialPort;

/** Opens the port that a user named. */
@FunctionalInterface
public interface PortOpener {

    /**
     * Opens it for this process alone; this resets most boards.
     *
     * @param name a path, a {@code /dev/serial/by-id} name, {@code sim}, {@code sim:mk3s}, {@code sim:marlin}, or null:
     *             the only Prusa that is plugged in
     * @throws PortException there is no such port, or it cannot be opened; the message says what to do
     */
    SerialPort open(String name, int baud) throws PortException;

    /**
     * What the port of this name is called, whoever names it: the same for every process, and what to open to find the
     * same printer again. Opens nothing.
     *
     * @throws PortException there is no such port
     */
    default String identity(String name) throws PortException {
        if (name == null) {
            return "";
        }
        try {
            return Path.of(name).toRealPath().toString();
        } catch (IOException e) {
            return name;
        }
    }

    /**
     * When the port's device came to be: at the boot of this computer, or when the cable was plugged in. Opens nothing.
     * Empty: not known.
     *
     * @throws PortException there is no such port
     */
    default Optional<Instant> since(String name) throws PortException {
        return Optional.empty();
    }
}
