package org.printwire.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.printwire.checkpoint.JobRecord;
import org.printwire.checkpoint.Journal;
import org.printwire.printer.JobRunner;
import org.printwire.printer.Reconnector;
import org.printwire.serial.PortException;
import org.printwire.serial.SerialPort;

/**
 * What lets a print outlive its cable and its host.
 *
 * @param journal     where the job is written down; empty: nowhere, and it dies with the host
 * @param port        what to open to find the printer again
 * @param profile     the profile that the user named; empty: none, the printer has said what it is
 * @param reopening   opens a port that was lost
 * @param reconnect   how long that is tried; zero: not at all
 * @param resumed     the job to go on with, from that journal; empty: the job begins anew
 * @param unpause     that job is to go on even if it was paused
 * @param start       where and how a job begins that is not gone on with
 * @param warnings    hears of a disk that takes nothing
 */
public record Endurance(Optional<Journal> journal, String port, String profile, Reopening reopening, Duration reconnect,
        Optional<JobRecord> resumed, boolean unpause, JobRunner.Start start, Consumer<String> warnings) {

    /** A port that is lost is lost, and who dies takes the job with him. */
    public static final Endurance NONE = new Endurance(Optional.empty(), "", "", baud -> {
        throw new PortException("the port is not opened again");
    }, Duration.ZERO, Optional.empty(), false, JobRunner.Start.USUAL, warning -> { });

    /** Opens the port again. */
    @FunctionalInterface
    public interface Reopening {
        SerialPort open(int baud) throws PortException;
    }

    /** The same for a job of a host that has died. */
    public Endurance resuming(JobRecord job, boolean evenPaused) {
        return new Endurance(journal, port, profile, reopening, reconnect, Optional.of(job), evenPaused, start, warnings);
    }

    /** The same for a job that begins in the middle of its file. */
    public Endurance starting(JobRunner.Start other) {
        return new Endurance(journal, port, profile, reopening, reconnect, Optional.empty(), false, other, warnings);
    }

    Reconnector reconnector(int baud) {
        return new Reconnector(() -> reopening.open(baud), baud, reconnect);
    }
}
