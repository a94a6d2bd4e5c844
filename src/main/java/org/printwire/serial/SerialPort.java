package org.printwire.serial;

/**
 * An open serial line. One thread reads and writes (the {@code printer} thread); {@link #close()} may come from any
 * thread and ends a read that waits.
 */
public interface SerialPort extends AutoCloseable {

    /** The path the user would name, for messages. */
    String path();

    /**
     * Waits for bytes, at most about a tenth of a second.
     *
     * @return how many bytes were put into {@code buffer} from its start; 0: nothing came in that time
     * @throws PortLostException the device is gone or the port was closed; the port is useless from now on
     */
    int read(byte[] buffer) throws PortLostException;

    /**
     * Writes all of it in one call to the operating system where that takes it.
     *
     * @throws PortLostException the device is gone or the port was closed
     */
    void write(byte[] bytes, int offset, int length) throws PortLostException;

    /** Gives the port and its lock back. Never throws; may be called twice. */
    @Override
    void close();
}
