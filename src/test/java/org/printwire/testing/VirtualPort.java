package org.printwire.testing;

import java.time.Duration;
import org.printwire.serial.PortLostException;
import org.printwire.serial.SerialPort;
import org.printwire.sim.SimulatedPrinter;
import org.printwire.sim.SimulatedPrinterOptions;

/** A port with a simulated printer at its far end, on virtual time: a read that brings nothing takes what it waits. */
public final class VirtualPort implements SerialPort {

    private static final long LONGEST_READ_NANOS = Duration.ofMillis(100).toNanos();

    private final VirtualTime time;
    private final SimulatedPrinter printer;
    private long lostNanos = Long.MAX_VALUE;

    public VirtualPort(VirtualTime time, SimulatedPrinterOptions options) {
        this.time = time;
        this.printer = new SimulatedPrinter(options, time.nanos());
        printer.opened(time.nanos());
    }

    /** The same printer, its cable plugged in again. */
    public VirtualPort(VirtualTime time, SimulatedPrinter printer) {
        this.time = time;
        this.printer = printer;
        printer.opened(time.nanos());
    }

    public SimulatedPrinter printer() {
        return printer;
    }

    /** The cable is out so long from now. */
    public void loseAfter(Duration span) {
        lostNanos = time.nanos() + span.toNanos();
    }

    @Override
    public String path() {
        return "/dev/ttyVIRTUAL";
    }

    @Override
    public int read(byte[] buffer) throws PortLostException {
        byte[] bytes = printer.transmit(time.nanos());
        if (bytes.length == 0) {
            long next = Math.max(printer.nextEventNanos(), time.nanos() + 1000);
            time.advance(Duration.ofNanos(Math.min(next - time.nanos(), LONGEST_READ_NANOS)));
            bytes = printer.transmit(time.nanos());
        }
        if (time.nanos() >= lostNanos) {
            throw lost();
        }
        if (bytes.length > buffer.length) {
            throw new IllegalStateException(bytes.length + " bytes at once: read more often");
        }
        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
        return bytes.length;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws PortLostException {
        if (time.nanos() >= lostNanos) {
            throw lost();
        }
        printer.receive(bytes, offset, length, time.nanos());
    }

    private PortLostException lost() {
        printer.unplug(time.nanos());
        return new PortLostException("/dev/ttyVIRTUAL is gone");
    }

    @Override
    public void close() { }
}
