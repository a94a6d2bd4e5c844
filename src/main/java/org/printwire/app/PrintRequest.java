package org.printwire.app;

import java.util.List;
import java.util.Optional;
import org.printwire.config.PrinterProfile;
import org.printwire.job.Job;
import org.printwire.printer.Traffic;
import org.printwire.serial.SerialPort;

/**
 * A job and the open port to print it on.
 *
 * @param portName how the user knows the port
 * @param rates    baud rates to try; the first is the one the port was opened with
 * @param profile  as the user named it; empty: chosen by what the printer says of itself
 * @param coolDown whether to stay with the printer after the job; empty: the end of the job is the end
 */
public record PrintRequest(Job job, SerialPort port, String portName, List<Integer> rates,
        Optional<PrinterProfile> profile, Traffic traffic, Optional<CoolDown> coolDown) {

    /** Nobody waits for the printer to cool down. */
    public PrintRequest(Job job, SerialPort port, String portName, List<Integer> rates,
            Optional<PrinterProfile> profile, Traffic traffic) {
        this(job, port, portName, rates, profile, traffic, Optional.empty());
    }

    /** The same, with that wish for after the job. */
    public PrintRequest coolingDown(Optional<CoolDown> wish) {
        return new PrintRequest(job, port, portName, rates, profile, traffic, wish);
    }
}
