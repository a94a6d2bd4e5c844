package org.printwire.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.json.Json;
import org.printwire.sim.Faults;
import org.printwire.sim.SimulatedPrinterOptions;

/** What a print leaves behind of its serial line, on real terminals and threads, and what replay makes of it. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class RecordingsOfPrintsTest {

    @TempDir
    private Path folder;

    private PrintCommand command;
    private Path recording;

    @BeforeEach
    void home() {
        command = new PrintCommand(folder);
        recording = folder.resolve("recording.txt");
    }

    @Test
    void a_recorded_print_is_replayed_without_a_difference_over_a_bad_cable() throws Exception {
        Path file = Prints.moves(folder, 400);
        Path patience = Files.writeString(folder.resolve("impatient.yaml"), "title: impatient\nanswerLimit: 1s\n");
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(instant("corrupt-in=0.01", "lost-ok=0.01", "noise=0.01"))) {
            assertThat(command.run(file, printer.path(), "--printer", patience.toString(), "--record", recording.toString()))
                    .as(command.err()).isZero();
        }
        PrintCommand replay = new PrintCommand(folder);
        assertThat(replay.command(List.of("replay", "--json", "--printer", patience.toString(), recording.toString())).get())
                .as(replay.err()).isZero();

        Map<String, Object> figures = Json.parseObject(replay.out());
        assertThat(figures).containsEntry("replayed", true).containsEntry("differences", List.of());
        assertThat((Integer) figures.get("linesSent")).isGreaterThan(400);
        assertThat((Double) figures.get("okMedianMillis")).isPositive();
    }

    @Test
    void a_failed_print_leaves_its_last_lines_and_says_where() throws Exception {
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(instant("reset-at=100"))) {
            assertThat(command.run(Prints.moves(folder, 300), printer.path())).isEqualTo(1);
        }
        Path flight = onlyFlight();

        assertThat(command.out()).contains("the last lines both ways, for printwire replay: " + flight);
        assertThat(Files.readString(log())).contains("the last lines both ways, for printwire replay: " + flight);
        assertThat(Files.readAllLines(flight)).hasSizeGreaterThan(200)
                .anySatisfy(line -> assertThat(line).matches("\\d+\\.\\d{6} > N90 G1 .*"))
                .anySatisfy(line -> assertThat(line).matches("\\d+\\.\\d{6} < start"));
        PrintCommand replay = new PrintCommand(folder);
        assertThat(replay.command(List.of("replay", flight.toString())).get()).isZero();
        assertThat(replay.out()).contains("the last lines before trouble, only read", "boots: 1");
    }

    @Test
    void a_print_that_ends_well_leaves_none() throws Exception {
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(instant())) {
            assertThat(command.run(Prints.moves(folder, 30), printer.path())).isZero();
        }
        assertThat(folder.resolve(".local/share/printwire/flights")).doesNotExist();
    }

    @Test
    void a_print_is_never_recorded_over_a_file_that_is_no_recording() throws Exception {
        Path file = Prints.moves(folder, 30);
        String before = Files.readString(file);
        assertThat(command.run(file, "/dev/missing", "--record", file.toString())).isEqualTo(2);

        assertThat(command.err()).contains("--record: " + file + " is there and no recording: name another file");
        assertThat(file).hasContent(before);
    }

    private Path onlyFlight() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".local/share/printwire/flights"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private Path log() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".local/share/printwire/log"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static SimulatedPrinterOptions instant(String... faults) {
        return SimulatedPrinterOptions.mk3s().instant().withResetsOnOpen(false).withFaults(Faults.parse(faults));
    }
}
