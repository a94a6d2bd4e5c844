package org.printwire.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.printwire.config.ConfigException;
import org.printwire.config.ConfigLoader;
import org.printwire.config.Configuration;
import org.printwire.config.PrinterProfile;
import org.printwire.config.ProfileLoader;
import org.printwire.gcode.FileFacts;
import org.printwire.serial.PortException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code printwire print}: checks the file, opens the port, prints, tells how it ended. */
@Command(
        name = "print",
        description = {
            "Prints a G-code file and returns when the last move has been made.",
            "On a terminal p pauses, r resumes and c cancels; Ctrl-C cancels (heaters off, parking), a second Ctrl-C is"
                    + " the emergency stop. A lost terminal does not stop the print."
        },
        footer = {
            "",
            "Examples:",
            "  printwire print cube.gcode",
            "  printwire print --port /dev/ttyUSB0 --baud 250000 --printer ender-3 cube.gcode",
            "  printwire print --port sim cube.gcode        tries it on the simulated printer",
            "  printwire print --dry-run cube.gcode         says what would happen"
        })
final class Print implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The G-code file.")
    private Path file;

    @Option(names = "--port", paramLabel = "PORT",
            description = "Path, /dev/serial/by-id name, sim, sim:mk3s or sim:marlin; else the configuration's, else the"
                    + " only Prusa.")
    private String port;

    @Option(names = "--baud", paramLabel = "N", description = "Bits per second, or auto to try the usual ones; else the"
            + " configuration's, else the profile's.")
    private String baud;

    @Option(names = "--printer", paramLabel = "PROFILE",
            description = "Name of a printer profile, or a file; else the configuration's, else by what the printer says.")
    private String printer;

    @Option(names = "--dry-run", description = "Check everything, open no port, print nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "One event an object a line on standard output.")
    private boolean json;

    @Option(names = {"-q", "--quiet"}, description = "Show only the start, problems and the end.")
    private boolean quiet;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataDir dataDir;

    Print(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, ConfigException, PortException {
        Configuration configuration = ConfigLoader.find(config.file(), surroundings.environment());
        String named = printer == null ? configuration.printer().profile() : printer;
        PrinterProfile profile = named == null ? null : new ProfileLoader().load(named);
        Baud rates = Baud.of(baud, configuration.printer().baud(), profile);
        PrintFile.Checked checked = PrintFile.check(file,
                profile == null ? FileFacts.PRUSA_LINE_BYTES : profile.maxLineBytes());
        checked.warnings().forEach(surroundings.output()::say);
        String portName = port == null ? configuration.printer().port() : port;
        if (dryRun) {
            surroundings.output().line(DryRun.text(checked.job(), configuration, profile, portName, rates));
            return ExitCode.DONE.number();
        }
        PrintScreen screen = new PrintScreen(surroundings.output(), json, quiet, ZoneId.systemDefault());
        PrintRun run = new PrintRun(surroundings, configuration, screen, dataDir.path(surroundings));
        return run.run(checked.job(), () -> surroundings.ports().open(portName, rates.first()), rates,
                Optional.ofNullable(profile)).number();
    }
}
