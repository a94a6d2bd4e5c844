package org.printwire.printer;

import java.time.Duration;
import org.printwire.serial.PortException;
import org.printwire.serial.SerialPort;

/**
 * How a port that is gone in the middle of a print is opened again.
 *
 * @param opening tried again and again, on the printer thread
 * @param baud    the rate that it has then
 * @param limit   so long; zero: not at all
 */
public record Reconnector(Opening opening, int baud, Duration limit) {

    /** Between two tries. */
    public static final Duration EVERY = Duration.ofMillis(500);

    /** A port that is gone is gone for good. */
    public static final Reconnector NONE = new Reconnector(() -> {
        throw new PortException("the port is not opened again");
    }, 0, Duration.ZERO);

    /** Opens the port that was lost. */
    @FunctionalInterface
    public interface Opening {
        SerialPort open() throws PortException;
    }
}
