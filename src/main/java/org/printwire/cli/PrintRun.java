package org.printwire.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.printwire.app.CoolDown;
import org.printwire.app.Endurance;
import org.printwire.app.Host;
import org.printwire.app.HostThreads;
import org.printwire.app.Inspection;
import org.printwire.app.PrintRequest;
import org.printwire.config.Configuration;
import org.printwire.config.PrinterProfile;
import org.printwire.job.Job;
import org.printwire.printer.PrinterException;
import org.printwire.serial.PortException;
import org.printwire.serial.SerialPort;
import org.printwire.stream.Outcome;
import org.printwire.stream.WindowPolicy;
import org.printwire.webhook.DeliveryReport;
import org.printwire.webhook.OutboxException;
import org.printwire.webhook.Tally;

/** One print from the opened port to the exit code, with everybody told who wants to be told. */
final class PrintRun {

    private final Surroundings surroundings;
    private final Configuration configuration;
    private final PrintScreen screen;
    private final Path data;
    private final Tally tally = new Tally();
    private Path recordTo;
    private Inspection inspection = Inspection.NONE;

    /** Opens the port; not before all else has been checked, because opening resets the board. */
    @FunctionalInterface
    interface Opening {
        SerialPort open() throws PortException;
    }

    PrintRun(Surroundings surroundings, Configuration configuration, PrintScreen screen, Path data) {
        this.surroundings = surroundings;
        this.configuration = configuration;
        this.screen = screen;
        this.data = data;
    }

    /** All lines both ways go to this file; null: to none. */
    PrintRun recordingTo(Path file) {
        recordTo = file;
        return this;
    }

    /** The file is looked at once more when the printer has answered. */
    PrintRun inspecting(Inspection look) {
        inspection = look;
        return this;
    }

    /** A print that outlives nothing. */
    ExitCode run(Job job, Opening opening, Baud rates, Optional<PrinterProfile> profile)
            throws PortException, CommandFailure {
        return run(job, opening, rates, profile, Optional.empty(), Endurance.NONE);
    }

    ExitCode run(Job job, Opening opening, Baud rates, Optional<PrinterProfile> profile, Optional<WindowPolicy> window,
            Endurance endurance)
            throws PortException, CommandFailure {
        HostThreads threads = new HostThreads((thread, bug) -> screen.say("internal error in " + thread.getName() + ": " + bug));
        try (PrintLog log = PrintLog.open(DataDir.logs(data), job.name(), surroundings.time().wall());
                PrintRecording recording = PrintRecording.begin(surroundings, data, job, profile, recordTo);
                SerialPort port = opening.open();
                Host host = new Host(surroundings.time(), threads, configuration, RootCommand.version(),
                        bug -> screen.say("internal error: " + bug))) {
            screen.news("log: " + log.file());
            recording.start(threads, warning -> warn(warning, log));
            host.listen("view", event -> {
                screen.accept(event);
                recording.after(event).ifPresent(screen::say);
            });
            host.listen("log", event -> {
                log.accept(event);
                recording.after(event).ifPresent(log::say);
            });
            host.keepHistory(data, job, warning -> warn(warning, log));
            host.startWebhooks(data, job, report -> deliveryReport(report, log), warning -> warn(warning, log));
            host.startTimelapse(data, job, warning -> warn(warning, log));
            ExitCode code = print(host, threads, log, recording, new PrintRequest(job, port, port.path(), rates.rates(), profile,
                    recording.traffic()).inWindow(window).enduring(endurance).inspected(inspection));
            finish(host, log);
            screen.close();
            return code;
        }
    }

    /** Only where a webhook wants to hear of it. */
    private static Optional<CoolDown> coolDown(Host host, PrintControls controls) {
        return host.awaitsCooling()
                ? Optional.of(new CoolDown(() -> !host.awaitsCooling(), CoolDown.LIMIT, controls::cooling))
                : Optional.empty();
    }

    private void finish(Host host, PrintLog log) {
        try {
            Map<String, Integer> waiting = host.finish();
            tally.lines(waiting).forEach(line -> note(line, log));
            int left = waiting.values().stream().mapToInt(Integer::intValue).sum();
            if (left > 0) {
                warn(PlainText.count(left, "webhook message") + " not delivered yet, kept for the next print; to send"
                        + " them now: printwire webhook flush", log);
            }
        } catch (OutboxException e) {
            warn(e.getMessage(), log);
        }
    }

    private ExitCode print(Host host, HostThreads threads, PrintLog log, PrintRecording recording, PrintRequest request) {
        try (PrintControls controls = new PrintControls(host::request, screen::say, screen.interactive())) {
            if (controls.hasKeys()) {
                screen.news("keys: p pauses, r resumes, c cancels");
                threads.start("keys", () -> controls.readKeys(System.in));
            }
            try {
                return code(host.print(request.coolingDown(coolDown(host, controls))));
            } catch (PrinterException e) {
                String text = e.givenUp() || e.isUnfit() ? e.getMessage() : request.portName() + ": " + e.getMessage();
                log.say(text);
                surroundings.output().say(text);
                if (e.givenUp()) {
                    return ExitCode.CANCELLED;
                } else if (e.isUnfit()) {
                    return ExitCode.FILE_UNUSABLE;
                }
                warn(recording.atOnce(), log);
                return switch (e.reason()) {
                    case CONNECTION_LOST -> ExitCode.CONNECTION_LOST;
                    case PRINTER_ERROR -> ExitCode.PRINTER_FAULT;
                    default -> ExitCode.PRINTER_UNAVAILABLE;
                };
            } catch (IllegalStateException bug) {
                warn(recording.atOnce(), log);
                throw bug;
            }
        }
    }

    private void deliveryReport(DeliveryReport report, PrintLog log) {
        tally.on(report);
        log.say(report.sentence());
        if (report instanceof DeliveryReport.Taken) {
            screen.news(report.sentence());
        } else if (report.matters()) {
            screen.say(report.sentence());
        }
    }

    private void note(String text, PrintLog log) {
        log.say(text);
        screen.news(text);
    }

    private void warn(String text, PrintLog log) {
        log.say(text);
        screen.say(text);
    }

    private static ExitCode code(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            return ExitCode.DONE;
        }
        if (outcome instanceof Outcome.Cancelled) {
            return ExitCode.CANCELLED;
        }
        return switch (((Outcome.Failed) outcome).reason()) {
            case PRINTER_ERROR -> ExitCode.PRINTER_FAULT;
            case CONNECTION_LOST, NO_ANSWER -> ExitCode.CONNECTION_LOST;
            case PRINTER_RESET, RESEND_LOOP, FILE_UNREADABLE, INTERNAL -> ExitCode.PRINT_FAILED;
        };
    }
}
