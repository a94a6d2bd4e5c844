package org.printwire.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.printwire.app.HostThreads;
import org.printwire.checkpoint.Entry;
import org.printwire.config.ConfigException;
import org.printwire.config.PrinterProfile;
import org.printwire.config.ProfileLoader;
import org.printwire.job.Job;
import org.printwire.serial.PortException;
import org.printwire.stream.WindowPolicy;

/**
 * A job that a host has left, and the file that it was printing, unchanged.
 *
 * @param left    what was written down
 * @param profile the one that the job was begun with
 */
record ResumedPrint(Job job, Survival.Left left, PrinterProfile profile) {

    /** Reads the file again. */
    static ResumedPrint of(Survival.Left left, HostThreads threads) throws CommandFailure, ConfigException {
        Entry.Begun begun = left.job().begun();
        PrinterProfile profile = new ProfileLoader().load(begun.profile());
        return of(PrintFile.check(Path.of(begun.file()), begun.maxLineBytes(), profile, threads).job(), left, profile);
    }

    /** @param job what the file is now */
    static ResumedPrint of(Job job, Survival.Left left) throws CommandFailure, ConfigException {
        return of(job, left, new ProfileLoader().load(left.job().begun().profile()));
    }

    private static ResumedPrint of(Job job, Survival.Left left, PrinterProfile profile) throws CommandFailure {
        Entry.Begun begun = left.job().begun();
        if (!job.analysis().sha1().orElse("").equals(begun.sha1())) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, job.path() + " is not the file that is being printed: the"
                    + " content has changed since " + begun.at() + ". Put the file back as it was, or give the print up with"
                    + " printwire resume --forget");
        }
        return new ResumedPrint(job, left, profile);
    }

    /** Goes on with it; {@code unpause}: even if it was paused. */
    ExitCode run(PrintRun run, Surroundings surroundings, Survival survival, PrintScreen screen,
            Optional<WindowPolicy> window, boolean unpause) throws PortException, CommandFailure {
        Entry.Begun begun = left.job().begun();
        screen.news("going on with " + begun.name() + ", which was at " + left.job().place() + " or later"
                + (left.job().paused() && !unpause ? "; it is paused: r lets it go on, or the printer's knob" : ""));
        Replugged.warning(surroundings.ports().since(begun.port()), left.job()).ifPresent(screen::say);
        try {
            left.journal().repair();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, left.journal() + " cannot be written (" + PlainText.reason(e)
                    + "), so the print could be resumed this once, but not again. Make room on the disk first");
        }
        return run.run(job, () -> surroundings.ports().open(begun.port(), begun.baud()), new Baud(List.of(begun.baud())),
                Optional.of(profile), window,
                survival.endurance(begun.port(), begun.profile(), screen::say).resuming(left.job(), unpause));
    }
}
