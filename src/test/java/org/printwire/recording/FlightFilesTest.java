package org.printwire.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightFilesTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final RecordingHead HEAD =
            new RecordingHead(RecordingHead.Kind.FLIGHT, "0.3 (test)", NOON, Optional.of("prusa-mk3s"));

    @TempDir
    private Path folder;

    @Test
    void a_file_has_the_time_and_the_job_in_its_name_and_a_head() throws Exception {
        Path file = write(NOON, "my cube/2.gcode");

        assertThat(file).hasFileName("20261125-120000-my_cube_2.gcode.txt");
        assertThat(Files.readString(file)).isEqualTo("# printwire flight recording 1, version 0.3 (test), began"
                + " 2026-11-25T12:00:00Z, profile prusa-mk3s\n0.000001 < ok\n");
        try (RecordingReader reader = new RecordingReader(file)) {
            assertThat(RecordingHead.of(reader.next().orElseThrow().text())).contains(HEAD);
        }
    }

    @Test
    void two_in_one_second_do_not_overwrite_each_other() throws IOException {
        assertThat(write(NOON, "a")).isNotEqualTo(write(NOON, "a"));
    }

    @Test
    void the_newest_twenty_are_kept_and_nothing_else_is_touched() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        for (int i = 0; i < 30; i++) {
            write(NOON.plusSeconds(i), "cube");
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted()).hasSize(21)
                    .startsWith("20261125-120010-cube.txt").endsWith("20261125-120029-cube.txt", "notes.txt");
        }
    }

    private Path write(Instant time, String job) throws IOException {
        return new FlightFiles(folder).write(time, job, HEAD, List.of(RecordedLine.fromPrinter(1000, "ok")));
    }
}
