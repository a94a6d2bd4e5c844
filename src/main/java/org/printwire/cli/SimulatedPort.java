package org.printwire.cli;

import java.io.IOException;
import org.printwire.serial.JSerialCommPort;
import org.printwire.serial.PortException;
import org.printwire.serial.PortLostException;
import org.printwire.serial.SerialPort;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.sim.SimulatedTerminal;
import org.printwire.time.Time;

/**
 * The built-in printer, on a pseudo-terminal that this process opens like any other port: what is tried with it is the
 * whole way to the wire. The printer lives on the daemon thread {@code simulator} until the port is closed.
 */
final class SimulatedPort implements SerialPort {

    private final SimulatedTerminal terminal;
    private final SerialPort port;

    private SimulatedPort(SimulatedTerminal terminal, SerialPort port) {
        this.terminal = terminal;
        this.port = port;
    }

    static SimulatedPort open(SimulatedPrinterOptions options, int baud, Time time) throws PortException {
        SimulatedTerminal terminal;
        try {
            terminal = SimulatedTerminal.open(options, time);
        } catch (IOException e) {
            throw new PortException("there is no pseudo-terminal for the simulated printer: " + e.getMessage());
        }
        Thread thread = new Thread(() -> serve(terminal), "simulator");
        thread.setDaemon(true);
        thread.start();
        try {
            return new SimulatedPort(terminal, JSerialCommPort.open(terminal.path(), baud));
        } catch (PortException | RuntimeException | Error e) {
            terminal.close();
            throw e;
        }
    }

    private static void serve(SimulatedTerminal terminal) {
        try (terminal) {
            terminal.run();
        } catch (IOException e) {
            throw new IllegalStateException("the simulated printer's pseudo-terminal " + terminal.path() + " failed", e);
        }
    }

    @Override
    public String path() {
        return port.path();
    }

    @Override
    public int read(byte[] buffer) throws PortLostException {
        return port.read(buffer);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws PortLostException {
        port.write(bytes, offset, length);
    }

    @Override
    public void close() {
        port.close();
        terminal.close();
    }
}
