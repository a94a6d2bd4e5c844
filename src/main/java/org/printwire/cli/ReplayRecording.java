package org.printwire.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.printwire.app.ReplaySettings;
import org.printwire.config.ConfigException;
import org.printwire.config.PrinterProfile;
import org.printwire.config.ProfileLoader;
import org.printwire.recording.RecordedLine;
import org.printwire.recording.RecordingException;
import org.printwire.recording.RecordingHead;
import org.printwire.recording.RecordingReader;
import org.printwire.recording.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code printwire replay}: what a recording says, and whether printwire would send the same today. */
@Command(
        name = "replay",
        description = {
            "Reads a recording of the serial line, says what its lines mean, and sums it up.",
            "A whole recording that printwire has made (print --record) is printed again on its own times: a line that would not"
                    + " be sent today is told, and ends with exit code 1. Recordings of other hosts, and the last lines before"
                    + " a failed print, are only read."
        },
        footer = {
            "",
            "Examples:",
            "  printwire print --record cube.txt cube.gcode",
            "  printwire replay cube.txt            what was not understood, events, differences, figures",
            "  printwire replay --replies cube.txt  also what each line of the printer means",
            "  printwire replay --json cube.txt     the figures for a script"
        })
final class ReplayRecording implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The recording.")
    private Path file;

    @Option(names = "--replies", description = "Show what each line of the printer means.")
    private boolean replies;

    @Option(names = "--printer", paramLabel = "PROFILE",
            description = "Name of a printer profile, or a file; else the one that the recording names.")
    private String printer;

    @Option(names = "--json", description = "One object on standard output.")
    private boolean json;

    ReplayRecording(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, ConfigException {
        try (RecordingReader reader = new RecordingReader(file)) {
            Optional<RecordedLine> line = reader.next();
            Optional<RecordingHead> head = line.flatMap(first -> RecordingHead.of(first.text()));
            ReplayReport report = new ReplayReport(surroundings.output(), file.toString(), head, replies, json);
            report.begin();
            Replay replay = new Replay(report.drives(), ReplaySettings.of(profile(head)));
            long lines = 0;
            while (line.isPresent()) {
                lines += line.get().kind() == RecordedLine.Kind.DONE ? 0 : 1;
                report.say(reader.place(), line.get(), replay.on(line.get()));
                line = reader.next();
            }
            if (lines == 0) {
                throw new CommandFailure(ExitCode.FILE_UNUSABLE, file + ": holds no line of a serial port");
            }
            report.end(reader.place(), replay.end(), replay.tally());
            return (replay.differs() ? ExitCode.PRINT_FAILED : ExitCode.DONE).number();
        } catch (RecordingException e) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, file + ": "
                    + (e instanceof NoSuchFileException ? "no such file" : "cannot be read: " + PlainText.reason(e)));
        }
    }

    /** What is only read needs none. */
    private Optional<PrinterProfile> profile(Optional<RecordingHead> head) throws ConfigException, CommandFailure {
        if (printer != null) {
            return Optional.of(new ProfileLoader().load(printer));
        }
        Optional<String> recorded = head.filter(each -> each.kind() == RecordingHead.Kind.WHOLE).flatMap(RecordingHead::profile);
        try {
            return recorded.isPresent() ? Optional.of(new ProfileLoader().load(recorded.get())) : Optional.empty();
        } catch (ConfigException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, file + ": was printed with the printer profile " + recorded.get()
                    + ", which is none of printwire's own: name its file with --printer");
        }
    }
}
