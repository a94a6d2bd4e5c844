package org.printwire.app;

import java.time.Duration;
import java.util.List;
import org.printwire.event.Event.FailReason;
import org.printwire.printer.PrinterException;
import org.printwire.printer.PrinterSession;
import org.printwire.serial.JSerialCommPort;
import org.printwire.serial.PortLostException;
import org.printwire.serial.SerialPort;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;

/** Finds the printer at the end of an open port, at one baud or at the first of several that it answers at. */
final class Connection {

    /** A board boots once, at the first rate; at the others it answers soon or never. */
    static final Duration NEXT_RATE_LIMIT = Duration.ofSeconds(5);

    private Connection() {}

    /** The printer as it answered, and the rate. */
    record Found(Action.Ready ready, int baud) {}

    /**
     * On the printer thread.
     *
     * @param rates the first is the one the port was opened with
     */
    static Found find(PrinterSession session, SerialPort port, List<Integer> rates, Duration bootLimit)
            throws PrinterException {
        PrinterException silence = null;
        for (int baud : rates) {
            try {
                if (silence != null && port instanceof JSerialCommPort line) {
                    line.changeBaud(baud);
                }
                return new Found(session.connect(new Connector(silence == null ? bootLimit : NEXT_RATE_LIMIT)), baud);
            } catch (PrinterException e) {
                if (e.reason() != FailReason.NO_ANSWER || e.givenUp() || rates.size() == 1) {
                    throw e;
                }
                silence = e;
            } catch (PortLostException e) {
                throw new PrinterException(FailReason.CONNECTION_LOST, e.getMessage());
            }
        }
        throw new PrinterException(FailReason.NO_ANSWER, "no answer at any of " + rates
                + " baud. Is the printer switched on, and is this its port?");
    }
}
