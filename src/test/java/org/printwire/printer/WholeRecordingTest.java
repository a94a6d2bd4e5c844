package org.printwire.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.recording.RecordingHead;
import org.printwire.recording.RecordingWriter;

@Timeout(20)
class WholeRecordingTest {

    private static final RecordingHead HEAD =
            new RecordingHead(RecordingHead.Kind.WHOLE, "test", Instant.EPOCH, Optional.empty());

    private final LineRing ring = new LineRing(64, 0);
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void all_lines_are_in_the_file_when_it_is_closed() throws Exception {
        Path file = folder.resolve("all.txt");
        WholeRecording recording = new WholeRecording(ring, new RecordingWriter(file, HEAD), file, warnings::add);
        Thread thread = new Thread(recording::run);
        thread.start();
        IntStream.range(0, 60).forEach(i -> ring.received("line " + i, i * 1000));
        recording.close();
        thread.join();

        assertThat(Files.readAllLines(file)).hasSize(61).startsWith("# " + HEAD.words()).endsWith("0.000059 < line 59");
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_disk_that_is_too_slow_ends_the_recording_with_one_warning_and_what_is_there_stays() throws Exception {
        Path file = folder.resolve("slow.txt");
        WholeRecording recording = new WholeRecording(ring, new RecordingWriter(file, HEAD), file, warnings::add);
        IntStream.range(0, 1000).forEach(i -> ring.received("line " + i, i));
        recording.finish();
        recording.run();

        assertThat(warnings).containsExactly("the recording " + file + " ends here, the print goes on: disk or machine is too slow for it");
        assertThat(Files.readAllLines(file)).containsExactly("# " + HEAD.words());
    }

    @Test
    void a_file_that_takes_no_more_ends_the_recording_with_one_warning() throws Exception {
        Path file = folder.resolve("full.txt");
        RecordingWriter writer = new RecordingWriter(file, HEAD);
        writer.close();
        WholeRecording recording = new WholeRecording(ring, writer, file, warnings::add);
        ring.received("ok", 1);
        recording.finish();
        recording.run();

        assertThat(warnings).hasSize(1).first().asString().startsWith("the recording " + file + " ends here, the print goes on: ");
    }

    @Test
    void a_file_that_takes_not_even_the_head_cannot_be_opened() {
        assumeTrue(Files.isWritable(Path.of("/dev/full")));
        assertThatThrownBy(() -> new RecordingWriter(Path.of("/dev/full"), HEAD))
                .isInstanceOf(IOException.class);
    }
}
