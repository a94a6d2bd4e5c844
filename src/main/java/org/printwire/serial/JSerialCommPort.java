package org.printwire.serial;

import static com.fazecast.jSerialComm.SerialPort.FLOW_CONTROL_DISABLED;
import static com.fazecast.jSerialComm.SerialPort.NO_PARITY;
import static com.fazecast.jSerialComm.SerialPort.ONE_STOP_BIT;
import static com.fazecast.jSerialComm.SerialPort.TIMEOUT_READ_SEMI_BLOCKING;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.printwire.posix.DeviceHeldException;
import org.printwire.posix.DeviceHolder;
import org.printwire.posix.ProcessLock;
import org.printwire.posix.SerialDescriptor;

/**
 * A serial port through jSerialComm: 8 data bits, no parity, one stop bit, no flow control, any baud rate.
 *
 * <p>Opening raises DTR, which resets most boards: the caller waits for the firmware to boot. The port is then told to
 * keep DTR up when it is closed (HUPCL off), so opening it again, until it is unplugged, resets nothing. No other
 * process is disturbed by an open that is refused: the lock and the holder are looked at before the device is touched,
 * because a refused open through jSerialComm moves DTR. Child processes do not inherit the port.
 */
public final class JSerialCommPort implements SerialPort {
    /** jSerialComm waits by termios' VTIME, which counts in tenths of a second: 100 ms is the least it can. */
    private static final int READ_TIMEOUT_MILLIS = 100;

    /** A driver rounds to what its clock divides into; receivers bear about 5 % between both ends. */
    private static final double BAUD_TOLERANCE = 0.03;

    private static final int ENOENT = 2;
    private static final int ENXIO = 6;
    private static final int EAGAIN = 11;
    private static final int EBUSY = 16;
    private static final int ENODEV = 19;
    private static final int ENOTTY = 25;

    private final String path;
    private final com.fazecast.jSerialComm.SerialPort port;
    private final ProcessLock lock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile boolean closed;

    private JSerialCommPort(String path, com.fazecast.jSerialComm.SerialPort port, ProcessLock lock) {
        this.path = path;
        this.port = port;
        this.lock = lock;
    }

    /**
     * Opens {@code path} for this process alone.
     *
     * @param path a device or a link to one
     * @param baud bits a second
     * @throws PortException it cannot be opened: the message tells the user why and what to do
     */
    public static JSerialCommPort open(String path, int baud) throws PortException {
        return open(path, baud, ProcessLock.folders());
    }

    static JSerialCommPort open(String path, int baud, List<Path> lockFolders) throws PortException {
        if (baud <= 0) {
            throw new PortException(baud + " is not a baud rate. Usual ones are " + BaudRates.USUAL);
        }
        Path device = PortAccess.check(path);
        ProcessLock lock = lock(path, device, lockFolders);
        JSerialCommPort opened = null;
        try {
            Optional<DeviceHolder> holder = DeviceHolder.of(device);
            if (holder.isPresent()) {
                throw inUse(path, holder.get().toString());
            }
            opened = new JSerialCommPort(path, UnlistedPort.of(device), lock);
            opened.openNow(baud);
            opened.settle(device, baud);
            return opened;
        } catch (PortException | RuntimeException | Error e) {
            if (opened == null) {
                lock.close();
            } else {
                opened.close();
            }
            throw e;
        }
    }

    private static ProcessLock lock(String path, Path device, List<Path> folders) throws PortException {
        try {
            return ProcessLock.take(device, folders);
        } catch (DeviceHeldException e) {
            throw inUse(path, e.holder().toString());
        } catch (IOException e) {
            throw new PortException("cannot lock " + path + " against other programs: " + e.getMessage());
        }
    }

    private static PortException inUse(String path, String holder) {
        return new PortException(path + " is in use by " + holder + ". End that program, or name another port");
    }

    private void openNow(int baud) throws PortException {
        port.setComPortParameters(baud, 8, ONE_STOP_BIT, NO_PARITY);
        port.setFlowControl(FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MILLIS, 0);
        if (!port.openPort(0)) {
            throw refusal(port.getLastErrorCode(), baud);
        }
    }

    private PortException refusal(int error, int baud) {
        return switch (error) {
            case EAGAIN, EBUSY -> inUse(path, "a process of another user (`sudo fuser -v " + path + "` names it)");
            case ENOENT, ENXIO, ENODEV -> new PortException(path + " went away while it was opened. Is the cable loose?");
            case ENOTTY -> new PortException(path + " is not a serial port. `printwire ports` lists the serial ports");
            default -> new PortException("cannot open " + path + " at " + baud + " baud: system error " + error);
        };
    }

    private void settle(Path device, int baud) throws PortException {
        try {
            SerialDescriptor descriptor = SerialDescriptor.of(device);
            descriptor.closeOnExec();
            descriptor.keepLinesAtClose();
            descriptor.lowLatency();
            int real = descriptor.baud();
            if (Math.abs(real - baud) > baud * BAUD_TOLERANCE) {
                throw new PortException(path + " cannot do " + baud + " baud; the nearest it offers is " + real);
            }
        } catch (PortException e) {
            throw e;
        } catch (IOException e) {
            throw new PortException("cannot set up " + path + ": " + e.getMessage());
        }
    }

    @Override
    public String path() {
        return path;
    }

    /** {@inheritDoc} Returns as soon as one byte is there. */
    @Override
    public int read(byte[] buffer) throws PortLostException {
        reading.lock();
        try {
            checkOpen();
            int count = port.readBytes(buffer, buffer.length);
            checkOpen();
            if (count < 0) {
                throw lost(); // jSerialComm says -1 at once and for ever once the device is gone.
            }
            return count;
        } finally {
            reading.unlock();
        }
    }

    /**
     * {@inheritDoc} Waits while the system's buffer (some KB) is full, which happens only when a device takes nothing
     * for long; {@link #close()} ends that.
     */
    @Override
    public void write(byte[] bytes, int offset, int length) throws PortLostException {
        int done = 0;
        while (done < length) {
            checkOpen();
            int count = port.writeBytes(bytes, length - done, offset + done);
            if (count <= 0) {
                throw lost();
            }
            done += count;
        }
    }

    /**
     * Sets another rate without closing the port, so without a reset. Same thread as {@link #read}.
     *
     * @throws PortLostException the device is gone or the port was closed
     */
    public void changeBaud(int baud) throws PortLostException {
        checkOpen();
        if (!port.setBaudRate(baud)) {
            throw lost();
        }
    }

    /** {@inheritDoc} Waits for a read to end, so at most about a tenth of a second. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean quiet = awaitReader();
        try {
            port.closePort();
        } finally {
            lock.close();
            if (quiet) {
                reading.unlock();
            }
        }
    }

    /** Closing under a reader could hand it another file's descriptor; a reader that does not come back cannot be helped. */
    private boolean awaitReader() {
        try {
            return reading.tryLock(10L * READ_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return reading.tryLock();
        }
    }

    private void checkOpen() throws PortLostException {
        if (closed) {
            throw new PortLostException(path + " was closed");
        }
    }

    private PortLostException lost() {
        return new PortLostException(path + " is gone: unplugged, switched off, or closed at its far end");
    }
}
