package org.printwire.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.printwire.config.ConfigException;
import org.printwire.config.Configuration;
import org.printwire.config.PrinterProfile;
import org.printwire.printer.JobRunner;
import org.printwire.serial.PortException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code printwire resume}: goes on with a print whose host has died. */
@Command(
        name = "resume",
        description = {
            "Goes on with a print after printwire or this computer has died, or after the connection was lost, if the"
                    + " printer has not been reset meanwhile: each line once, in order.",
            "The printer itself says which line it had last. The file must not have changed."
        },
        footer = {
            "",
            "Opening the port does not reset a printer that printwire has printed on",
            "before, until its cable is pulled or this computer is switched off: then",
            "boards that reset on opening (Prusa MK3, most Arduino boards) do so again, and",
            "the print is lost. On a Prusa MK3 that can be switched off for good (a write to",
            "the USB chip's EEPROM, which bears about 50,000 of them; ;C32u2_RME switches it",
            "on again):",
            "  printwire send \";C32u2_RMD\"",
            "",
            "Examples:",
            "  printwire resume                    goes on with the only print that was left",
            "  printwire resume --port /dev/ttyACM0",
            "  printwire resume --from-z 12.4 --plan",
            "                              the printer was reset: what would a restart send?",
            "  printwire resume --forget           the print is over: a new one may begin"
        })
final class Resume implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "PORT",
            description = "The printer's port; else the configuration's, else the one where a print was left.")
    private String port;

    @Option(names = "--forget", description = "Do not go on: the print is over, and a new one may begin.")
    private boolean forget;

    @Option(names = "--unpause", description = "If the print was paused, let it go on as well.")
    private boolean unpause;

    @Option(names = "--record", paramLabel = "FILE",
            description = "Write every line both ways to this file, for printwire replay.")
    private Path record;

    @Mixin
    private WindowOption window;

    @Mixin
    private ScreenOption shown;

    @Mixin
    private RestartedPrint restart;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "With --from-line and --from-z: the file; else that of"
            + " the print that was left.")
    private Path file;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataDir dataDir;

    Resume(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, ConfigException, PortException {
        Configuration configuration = config.load(surroundings);
        Path data = dataDir.path(surroundings);
        Survival survival = new Survival(surroundings, data, configuration.printer());
        String named = port == null ? configuration.printer().port() : port;
        PrintScreen screen = shown.open(surroundings.output());
        PrintRun run = new PrintRun(surroundings, configuration, screen, data).recordingTo(record);
        if (restart.wanted()) {
            return restart(configuration, survival, named, run, screen);
        }
        Survival.Left left = left(survival, named);
        if (forget) {
            return forget(left);
        }
        if (!left.job().resumable()) {
            throw new CommandFailure(ExitCode.PRINT_FAILED, left.job().begun().name() + " cannot be gone on with: "
                    + left.job().ended().how() + ". It had come at least to " + left.job().place()
                    + "; --from-line and --from-z plan a restart");
        }
        return ResumedPrint.of(left, surroundings.threads()).run(run, surroundings, survival, screen, window.policy(), unpause).number();
    }

    /** The printer has lost the job: a new one, from the middle of the file. */
    private int restart(Configuration configuration, Survival survival, String named, PrintRun run, PrintScreen screen)
            throws CommandFailure, ConfigException, PortException {
        Optional<Survival.Left> left = file == null ? Optional.of(left(survival, named)) : Optional.empty();
        PrinterProfile profile = RestartedPrint.profile(left, configuration.printer().profile());
        PrintFile.Checked checked = PrintFile.check(file != null ? file : Path.of(left.orElseThrow().job().begun().file()),
                profile, surroundings.threads());
        Optional<JobRunner.Start> start = restart.start(checked.job(), profile, surroundings.output());
        if (start.isEmpty()) {
            return ExitCode.DONE.number();
        }
        String at = named == null && left.isPresent() ? left.get().job().begun().port() : named;
        Baud rates = left.isPresent() ? new Baud(List.of(left.get().job().begun().baud()))
                : Baud.of(null, configuration.printer().baud(), profile);
        return run.run(checked.job(), () -> surroundings.ports().open(at, rates.first()), rates, Optional.ofNullable(profile),
                window.policy(), survival.endurance(at, left.map(each -> each.job().begun().profile()).orElse(null), screen::say)
                        .starting(start.get())).number();
    }

    private Survival.Left left(Survival survival, String named) throws CommandFailure, PortException {
        List<Survival.Left> all = survival.all();
        if (named != null) {
            return survival.left(named).orElseThrow(() -> nothing("no print was left at " + named));
        }
        if (all.isEmpty()) {
            throw nothing("no print was left");
        }
        List<Survival.Left> open = all.stream().filter(left -> left.job().resumable()).toList();
        List<Survival.Left> choice = open.isEmpty() ? all : open;
        if (choice.size() > 1) {
            throw new CommandFailure(ExitCode.BAD_USAGE, "several prints were left, so name the port: "
                    + choice.stream().map(left -> left.job().begun().name() + " at --port " + left.job().begun().port())
                            .collect(Collectors.joining(", ")));
        }
        return choice.get(0);
    }

    private static CommandFailure nothing(String why) {
        return new CommandFailure(ExitCode.BAD_USAGE, why + ": nothing to go on with. Begin with printwire print FILE");
    }

    private int forget(Survival.Left left) throws CommandFailure {
        try {
            left.journal().delete();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, left.journal() + " cannot be removed: " + PlainText.reason(e));
        }
        surroundings.output().line("forgotten: " + left.job().begun().name());
        return ExitCode.DONE.number();
    }
}
