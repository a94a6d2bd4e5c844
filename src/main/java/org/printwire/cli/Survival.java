package org.printwire.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.printwire.app.Endurance;
import org.printwire.checkpoint.JobRecord;
import org.printwire.checkpoint.Journal;
import org.printwire.config.PrinterSection;
import org.printwire.printer.JobRunner;
import org.printwire.serial.PortException;

/** What lets a print outlive its cable and its host, from what the user has typed and configured. */
final class Survival {

    private final Surroundings surroundings;
    private final Path data;
    private final PrinterSection printer;

    /** @param data the data folder */
    Survival(Surroundings surroundings, Path data, PrinterSection printer) {
        this.surroundings = surroundings;
        this.data = data;
        this.printer = printer;
    }

    /** A job that this program has left at a port, and where it is written down. */
    record Left(Journal journal, JobRecord job) {}

    /**
     * For a print at this port.
     *
     * @param port     as named; null: the only Prusa
     * @param profile  as named; null: not
     */
    Endurance endurance(String port, String profile, Consumer<String> warnings) throws PortException {
        if (NamedPorts.simulated(port)) {
            return Endurance.NONE;
        }
        String identity = surroundings.ports().identity(port);
        String again = identity.startsWith("/dev/serial/") || port == null ? identity : port;
        return new Endurance(Optional.of(Journal.of(data, identity)), again, named(profile),
                baud -> surroundings.ports().open(again, baud), printer.reconnect(), Optional.empty(), false,
                JobRunner.Start.USUAL, warnings);
    }

    private static String named(String profile) {
        return profile == null ? "" : profile.contains("/") ? Path.of(profile).toAbsolutePath().toString() : profile;
    }

    /** The job that was left at this port, if one was, be it that it failed. */
    Optional<Left> left(String port) throws PortException, CommandFailure {
        return NamedPorts.simulated(port) ? Optional.empty()
                : read(Journal.of(data, surroundings.ports().identity(port)));
    }

    /** All jobs that were left somewhere. */
    List<Left> all() throws CommandFailure {
        try {
            List<Left> left = new ArrayList<>();
            for (Journal journal : Journal.all(data)) {
                read(journal).ifPresent(left::add);
            }
            return left;
        } catch (IOException e) {
            throw unreadable(data.toString(), e);
        }
    }

    private static Optional<Left> read(Journal journal) throws CommandFailure {
        try {
            return journal.read().map(job -> new Left(journal, job));
        } catch (IOException e) {
            throw unreadable(journal.toString(), e);
        }
    }

    private static CommandFailure unreadable(String where, IOException e) {
        return new CommandFailure(ExitCode.BAD_USAGE, where + " cannot be read: " + PlainText.reason(e));
    }

    /** A printer in the middle of a job must not get another one. */
    void requireFree(String port) throws PortException, CommandFailure {
        Optional<Left> left = left(port);
        if (left.isPresent() && left.get().job().orphaned()) {
            throw new CommandFailure(ExitCode.PRINTER_UNAVAILABLE, "this printer is in the middle of "
                    + left.get().job().begun().name() + ": printwire died while it printed that, at "
                    + left.get().job().place() + " or later. To go on with it: printwire resume. If it is over: printwire"
                    + " resume --forget");
        }
    }
}
