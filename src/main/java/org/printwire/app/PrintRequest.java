package org.printwire.app;

import java.util.List;
import java.util.Optional;
import org.printwire.config.PrinterProfile;
import org.printwire.job.Job;
import org.printwire.printer.Traffic;
import org.printwire.serial.SerialPort;
import org.printwire.stream.WindowPolicy;

/**
 * A job and the open port to print it on.
 *
 * @param portName how the user knows the port
 * @param rates    baud rates to try; the first is the one the port was opened with
 * @param profile  as the user named it; empty: chosen by what the printer says of itself
 * @param window   how many lines may be unanswered; empty: the profile's
 * @param coolDown whether to stay with the printer after the job; empty: the end of the job is the end
 * @param endurance what the print outlives
 * @param inspection the last look before the job
 */
public record PrintRequest(Job job, SerialPort port, String portName, List<Integer> rates,
        Optional<PrinterProfile> profile, Optional<WindowPolicy> window, Traffic traffic, Optional<CoolDown> coolDown,
        Endurance endurance, Inspection inspection) {

    /** Nobody waits for the printer to cool down, and the print outlives nothing. */
    public PrintRequest(Job job, SerialPort port, String portName, List<Integer> rates,
            Optional<PrinterProfile> profile, Traffic traffic) {
        this(job, port, portName, rates, profile, Optional.empty(), traffic, Optional.empty(), Endurance.NONE,
                Inspection.NONE);
    }

    /** The same, with that wish for after the job. */
    public PrintRequest coolingDown(Optional<CoolDown> wish) {
        return new PrintRequest(job, port, portName, rates, profile, window, traffic, wish, endurance, inspection);
    }

    /** The same with that many lines unanswered at a time. */
    public PrintRequest inWindow(Optional<WindowPolicy> wish) {
        return new PrintRequest(job, port, portName, rates, profile, wish, traffic, coolDown, endurance, inspection);
    }

    /** The same, and it outlives that much. */
    public PrintRequest enduring(Endurance other) {
        return new PrintRequest(job, port, portName, rates, profile, window, traffic, coolDown, other, inspection);
    }

    /** The same, with that look before it. */
    public PrintRequest inspected(Inspection look) {
        return new PrintRequest(job, port, portName, rates, profile, window, traffic, coolDown, endurance, look);
    }
}
