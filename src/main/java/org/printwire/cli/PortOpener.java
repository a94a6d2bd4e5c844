package org.printwire.cli;

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
}
