package org.printwire.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.printwire.json.Json;
import org.printwire.sim.Faults;
import org.printwire.sim.PrinterModel;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.sim.SimulatedReport;
import org.printwire.sim.SimulatedTerminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code printwire simulate}: a printer for anybody's host, on a pseudo-terminal, until Ctrl-C or SIGTERM. */
@Command(
        name = "simulate",
        description = {
            "Plays a printer on a pseudo-terminal that any host can print to, until Ctrl-C.",
            "Its path is on the first line of the output."
        },
        footer = {
            "",
            "Examples:",
            "  printwire simulate --link /tmp/printer --time-scale 0.01 --report report.json",
            "  printwire simulate --seed 7 --fault corrupt-in=0.01 --fault lost-ok=0.001"
        })
final class Simulate implements Callable<Integer> {

    private static final long REPORT_LIMIT_SECONDS = 10;

    private final Surroundings surroundings;

    @Option(names = "--link", paramLabel = "PATH", description = "Also give the terminal this name.")
    private Path link;

    @Option(names = "--printer", paramLabel = "mk3s|marlin", defaultValue = "MK3S",
            description = "Whose firmware to play (default: mk3s).")
    private PrinterModel model;

    @Option(names = "--time-scale", paramLabel = "X", defaultValue = "1",
            description = "1 is real time (the default), 0.01 a hundred times faster, 0 no time at all.")
    private double timeScale;

    @Option(names = "--baud", paramLabel = "N", defaultValue = "0",
            description = "Bytes pass no faster than at this rate; 0, the default, is no limit.")
    private int baud;

    @Option(names = "--user-delay", paramLabel = "SECONDS", defaultValue = "10",
            converter = UserDelay.Converter.class,
            description = "How long the user takes at M600, M0 and after M601, or never (default: ${DEFAULT-VALUE}).")
    private UserDelay userDelay;

    @Option(names = "--no-reset",
            description = "Opening the port never resets the board. Otherwise it does when it was just plugged in, and"
                    + " when the host before did not turn HUPCL off.")
    private boolean noReset;

    @Option(names = "--advanced-ok",
            description = "Marlin only: every ok tells its line and the free places, as with ADVANCED_OK.")
    private boolean advancedOk;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Of all faults by chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--fault", paramLabel = "NAME=VALUE",
            description = {"What goes wrong; as often as you like. By chance, for each line or answer: corrupt-in=RATE,"
                    + " corrupt-out=RATE, lost-line=RATE, duplicated-line=RATE, lost-ok=RATE, doubled-ok=RATE, noise=RATE,"
                    + " late-ok=RATE, reordered=RATE, lost-byte=RATE, lost-byte-out=RATE.",
                "When so many lines have been accepted: hang-at=LINE[:SECONDS], hang-busy-at=LINE[:SECONDS],"
                    + " overflow-at=LINE[:SECONDS], storm-at=LINE:COUNT, reset-at=LINE,"
                    + " unplug-at=LINE[:SECONDS[:reset]], panic-at=LINE[:SECONDS], runout-at=LINE, crash-at=LINE,"
                    + " fan-at=LINE, mintemp-at=LINE, pause-at=LINE, stop-at=LINE, error-at=LINE:TEXT.",
                "Always: slow-reader=BYTES_PER_SECOND."})
    private List<String> faults = List.of();

    @Option(names = "--report", paramLabel = "FILE", description = "At the end, write what was executed as JSON.")
    private Path report;

    Simulate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        SimulatedPrinterOptions options = options();
        try (SimulatedTerminal terminal = open(options)) {
            surroundings.output().line("simulated " + model + " on " + terminal.path()
                    + (link == null ? "" : " (also " + link + ")"));
            serve(terminal);
        }
        return ExitCode.DONE.number();
    }

    private SimulatedPrinterOptions options() throws CommandFailure {
        try {
            return SimulatedPrinterOptions.mk3s()
                    .withModel(model)
                    .withTimeScale(timeScale)
                    .withBaud(baud)
                    .withSeed(seed)
                    .withFaults(Faults.parse(faults))
                    .withUserDelay(userDelay.delay().orElse(null))
                    .withResetsOnOpen(!noReset)
                    .withAdvancedOk(advancedOk)
                    .withKeepsExecuted(false);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, e.getMessage());
        }
    }

    private SimulatedTerminal open(SimulatedPrinterOptions options) throws CommandFailure {
        SimulatedTerminal terminal = null;
        try {
            terminal = SimulatedTerminal.open(options, surroundings.time());
            if (link != null) {
                terminal.link(link);
            }
            return terminal;
        } catch (IOException e) {
            if (terminal != null) {
                terminal.close();
            }
            throw new CommandFailure(ExitCode.BAD_USAGE, "cannot make the printer's terminal"
                    + (link == null ? "" : " " + link) + ": " + PlainText.reason(e));
        }
    }

    /** A signal ends the terminal; the report is written by this thread, and only then the process ends, with 0. */
    private void serve(SimulatedTerminal terminal) throws CommandFailure, IOException {
        CountDownLatch reported = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            terminal.close();
            await(reported);
            Runtime.getRuntime().halt(ExitCode.DONE.number());
        }, "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            terminal.run();
            tell(terminal.report());
        } finally {
            reported.countDown();
        }
        forget(hook);
    }

    private void tell(SimulatedReport result) throws CommandFailure {
        surroundings.output().say("executed " + PlainText.count(result.printLines(), "print line") + ", hash "
                + result.printHash() + ", " + PlainText.count(result.resends(), "resend") + ", faults "
                + result.faults());
        if (report != null) {
            try {
                Files.writeString(report, Json.pretty(result) + "\n");
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.FILE_UNUSABLE, "cannot write " + report + ": " + PlainText.reason(e));
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(REPORT_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The cable was pulled: nobody sent a signal. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal came just now: the hook ends the process.
        }
    }
}
