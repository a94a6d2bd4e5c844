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
 */
public record PrintRequest(Job job, SerialPort port, String portName, List<Integer> rates,
        Optional<PrinterProfile> profile, Traffic traffic) {}
