package org.printwire.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.printwire.app.HostThreads;
import org.printwire.config.PrinterProfile;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.job.Job;
import org.printwire.printer.LineRing;
import org.printwire.printer.Traffic;
import org.printwire.printer.WholeRecording;
import org.printwire.recording.FlightFiles;
import org.printwire.recording.RecordedText;
import org.printwire.recording.RecordingHead;
import org.printwire.recording.RecordingWriter;

/**
 * What a print leaves behind of its serial line: the last lines where something went wrong, and all of them in a file if
 * the user wants it. Its time begins when it is made.
 */
final class PrintRecording implements AutoCloseable {

    private final Surroundings surroundings;
    private final FlightFiles flights;
    private final Job job;
    private final RecordingHead head;
    private final LineRing ring;
    private final RecordingWriter writer;
    private final Path file;
    private final Map<Long, String> sentences = new HashMap<>();
    private WholeRecording whole;

    private PrintRecording(Surroundings surroundings, Path data, Job job, RecordingHead head, Path file) throws IOException {
        this.surroundings = surroundings;
        this.flights = new FlightFiles(data.resolve("flights"));
        this.job = job;
        this.head = head;
        this.file = file;
        this.writer = file == null ? null : new RecordingWriter(file, head);
        this.ring = new LineRing(file == null ? LineRing.FLIGHT : LineRing.WHOLE, surroundings.time().nanos());
    }

    /**
     * To be called right before the port is opened.
     *
     * @param file for all lines; null: only the last ones are kept
     */
    static PrintRecording begin(Surroundings surroundings, Path data, Job job, Optional<PrinterProfile> profile, Path file)
            throws CommandFailure {
        RecordingHead head = new RecordingHead(RecordingHead.Kind.WHOLE, RootCommand.version(), surroundings.time().wall(),
                profile.map(PrinterProfile::name));
        try {
            if (file != null && Files.exists(file) && !replaceable(file)) {
                throw new CommandFailure(ExitCode.BAD_USAGE, "--record: " + file
                        + " is there and no recording: name another file");
            }
            return new PrintRecording(surroundings, data, job, head, file);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE,
                    "--record: " + file + " cannot be written (" + PlainText.reason(e) + "): name another file");
        }
    }

    /** A print must never be recorded over the file that is printed. */
    private static boolean replaceable(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return !Files.isDirectory(file);
        }
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            char[] begin = new char[500];
            int length = in.read(begin);
            return length < 0 || RecordedText.read(new String(begin, 0, length).lines().findFirst().orElse(""))
                    .flatMap(line -> RecordingHead.of(line.text())).isPresent();
        }
    }

    /** Where the lines go. */
    Traffic traffic() {
        return ring;
    }

    /** Begins to write, if the user wants it. */
    void start(HostThreads threads, Consumer<String> warnings) {
        if (writer != null) {
            whole = new WholeRecording(ring, writer, file, warnings);
            threads.start("record", whole::run);
        }
    }

    /**
     * After an event that tells of trouble: writes the last lines to a file, once for each event, and says where it is.
     * For the threads that show events, never for the printer's.
     */
    synchronized Optional<String> after(Envelope envelope) {
        // A bug ends the print by way of an exception: see atOnce.
        boolean failed = envelope.event() instanceof Event.PrintFailed e && e.reason() != Event.FailReason.INTERNAL;
        boolean lost = envelope.event() instanceof Event.Disconnected && envelope.job() != null;
        if (!failed && !lost) {
            return Optional.empty();
        }
        return Optional.of(sentences.computeIfAbsent(envelope.sequence(), seq -> flight(envelope.time())));
    }

    /** The same where no event tells of it: the printer was never reached, or printwire has a bug. */
    String atOnce() {
        return flight(surroundings.time().wall());
    }

    private String flight(Instant now) {
        RecordingHead last = new RecordingHead(RecordingHead.Kind.FLIGHT, head.version(), head.began(), head.profile());
        try {
            return "the last lines both ways, for printwire replay: " + flights.write(now, job.name(), last, ring.lines());
        } catch (IOException e) {
            return "the last lines both ways could not be kept: " + PlainText.reason(e);
        }
    }

    @Override
    public void close() {
        if (whole != null) {
            whole.close();
        } else if (writer != null) {
            // The port could not be opened: nothing was said.
            try {
                writer.close();
            } catch (IOException e) {
                surroundings.output().say("the recording " + file + ": " + PlainText.reason(e));
            }
        }
    }
}
