package org.printwire.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.printwire.config.Configuration;
import org.printwire.config.PrinterProfile;
import org.printwire.job.Job;

/** What a print would do, in words: nothing is opened for it. */
final class DryRun {

    private DryRun() {}

    /** Nulls as in the command line: not named. */
    static String text(Job job, Configuration configuration, PrinterProfile profile, String port, Baud baud) {
        String layers = job.layers() == null ? "" : ", " + job.layers() + " layers";
        return String.join("\n",
                job.name() + ": " + job.bytes() + " bytes, " + job.commands() + " commands" + layers,
                "stops:    " + stops(job.stops()),
                "time:     " + (job.slicerTimes() ? "from the slicer (M73)" : "by bytes (the file has no M73)"),
                "printer:  " + (profile == null ? "chosen by what it says of itself" : profile.title()),
                "port:     " + (port == null ? "the only Prusa that is plugged in" : port)
                        + " at " + baud.rates().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " baud",
                "webhooks: " + configuration.webhooks().size() + ", cameras: " + configuration.cameras().size());
    }

    private static String stops(List<Job.Stop> stops) {
        if (stops.isEmpty()) {
            return "none";
        }
        return stops.stream()
                .map(stop -> stop.command() + " at command " + (stop.index() + 1)
                        + (stop.color() == null ? "" : " (" + stop.color() + ")"))
                .collect(Collectors.joining(", "));
    }
}
