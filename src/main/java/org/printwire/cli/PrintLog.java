package org.printwire.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.printwire.event.Envelope;

/** The log file of one print: what a terminal would show, line by line with the time, whether or not there is one. */
final class PrintLog implements Consumer<Envelope>, AutoCloseable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path file;
    private final PrintStream stream;
    private final ProgressView lines;

    private PrintLog(Path file, PrintStream stream) {
        this.file = file;
        this.stream = stream;
        this.lines = new ProgressView(new Output(stream, stream, false, false), ProgressView.Style.LINES,
                () -> Integer.MAX_VALUE, ZoneId.systemDefault());
    }

    static PrintLog open(Path folder, String job, Instant now) throws CommandFailure {
        Path file = folder.resolve(STAMP.format(now) + "-" + job.replaceAll("[^A-Za-z0-9._-]", "_") + ".log");
        try {
            return new PrintLog(file, new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE,
                    "no log can be written to " + folder + " (" + PlainText.reason(e) + "): name a folder with --data-dir");
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void accept(Envelope envelope) {
        lines.accept(envelope);
    }

    /** A line that is no event. */
    void say(String line) {
        lines.say(line);
    }

    /** A log in which nothing stands is taken away: the port could not be opened, and that was said. */
    @Override
    public void close() {
        stream.close();
        try {
            if (Files.size(file) == 0) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // The user has taken it away, or it stays as it is: nothing is lost.
        }
    }
}
