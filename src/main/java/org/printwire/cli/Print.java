package org.printwire.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.printwire.config.ConfigException;
import org.printwire.config.Configuration;
import org.printwire.config.PackingChoice;
import org.printwire.config.PrinterProfile;
import org.printwire.config.ProfileLoader;
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

    @Option(names = "--resume", description = "If printwire died while it printed this very file, go on with that print;"
            + " else begin. For services.")
    private boolean resume;

    @Option(names = "--record", paramLabel = "FILE",
            description = "Write every line both ways to this file, for printwire replay.")
    private Path record;

    @Option(names = "--meatpack", paramLabel = "auto|on|off", arity = "0..1", fallbackValue = "auto",
            description = "Pack lines for a firmware with MeatPack: auto (where the printer has it), on (try it), off; else the"
                    + " configuration's. For printers that starve at 115200 baud; see docs/serial-protocol.md.")
    private PackingChoice meatPack;

    @Option(names = "--squeeze", description = "Send commands in their shortest form: no blanks, no needless zeros.")
    private boolean squeeze;

    @Option(names = "--force", description = "Print even what could harm the printer: too hot, off the bed, made for another"
            + " printer.")
    private boolean force;

    @Option(names = "--dry-run", description = "Check everything, open no port, print nothing.")
    private boolean dryRun;

    @Mixin
    private ScreenOption shown;

    @Mixin
    private WindowOption window;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataDir dataDir;

    Print(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, ConfigException, PortException {
        Configuration read = config.load(surroundings);
        Configuration configuration = read.sending(meatPack == null ? read.printer().meatPack() : meatPack,
                squeeze || read.printer().squeeze());
        String named = printer == null ? configuration.printer().profile() : printer;
        PrinterProfile profile = named == null ? null : new ProfileLoader().load(named);
        Baud rates = Baud.of(baud, configuration.printer().baud(), profile);
        PrintFile.Checked checked = PrintFile.check(file, profile, surroundings.threads());
        checked.warnings().forEach(surroundings.output()::say);
        if (force) {
            checked.dangers().forEach(danger -> surroundings.output().say("forced: " + InfoPage.text(danger)));
        } else {
            checked.requireHarmless(file);
        }
        String portName = port == null ? configuration.printer().port() : port;
        if (dryRun) {
            surroundings.output().line(DryRun.text(checked.job(), configuration, profile, portName, rates));
            return ExitCode.DONE.number();
        }
        PrintScreen screen = shown.open(surroundings.output());
        Path data = dataDir.path(surroundings);
        PrintRun run = new PrintRun(surroundings, configuration, screen, data).recordingTo(record)
                .inspecting(new Preflight(file, checked.facts(), profile != null, force, screen::say));
        Survival survival = new Survival(surroundings, data, configuration.printer());
        Optional<Survival.Left> left = resume ? survival.left(portName) : Optional.empty();
        if (left.isPresent() && left.get().job().resumable()) {
            return ResumedPrint.of(checked.job(), left.get())
                    .run(run, surroundings, survival, screen, window.policy(), false).number();
        }
        survival.requireFree(portName);
        return run.run(checked.job(), () -> surroundings.ports().open(portName, rates.first()), rates,
                Optional.ofNullable(profile), window.policy(), survival.endurance(portName, named, screen::say)).number();
    }
}
