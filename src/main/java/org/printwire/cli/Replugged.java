package org.printwire.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.printwire.checkpoint.JobRecord;

/** Whether opening the port of a print that was left may reset its printer, known before it is opened. */
final class Replugged {

    private Replugged() {}

    /**
     * What to say before the port is opened.
     *
     * @param since when the device came to be ({@link PortOpener#since})
     */
    static Optional<String> warning(Optional<Instant> since, JobRecord job) {
        return since.filter(moment -> moment.isAfter(job.lastSeen())).map(moment -> "the port has come up since the print was"
                + " last seen (" + moment.truncatedTo(ChronoUnit.SECONDS) + "): the cable was pulled or this"
                + " computer restarted. A board that resets when its port is opened does so now, and then the print is lost;"
                + " printwire resume --help says how a Prusa MK3 is kept from that");
    }
}
