package org.printwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.event.Event.ProgressSource;
import org.printwire.gcode.FileAnalysis;
import org.printwire.job.Job;
import org.printwire.job.PrintRecord;
import org.printwire.job.PrintRecord.Result;
import org.printwire.store.PrintHistory;
import org.printwire.store.StoredPrint;

/** The row of a print, from its start to its end. */
class HistoryDeskTest {

    private static final Event STARTED = new Event.PrintStarted("cube.gcode", "/cube.gcode", 12, 4, null, 0);

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void a_row_is_begun_with_the_print_and_finished_with_it_at_a_line_of_the_file() throws Exception {
        HistoryDesk desk = desk(folder);
        tell(desk, new Event.Connected("/dev/ttyACM0", 115_200));
        assertThat(folder.resolve("history.db")).doesNotExist();
        tell(desk, STARTED);
        assertThat(rows()).extracting(row -> row.print().result()).containsExactly(Result.RUNNING);
        tell(desk, new Event.ProgressChanged(50, null, ProgressSource.BYTES, 6));
        tell(desk, new Event.PrintCancelled("cube.gcode", Actor.USER, 2, 50));
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.print().result()).isEqualTo(Result.CANCELLED);
            assertThat(row.print().line()).isEqualTo(2);
        });
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_killed_host_leaves_a_row_that_says_so_and_the_next_one_finishes_it() throws Exception {
        HistoryDesk killed = desk(folder);
        tell(killed, STARTED);
        tell(killed, new Event.Disconnected("/dev/ttyACM0", "it lets go of the row, as if it were dead"));
        assertThat(rows()).extracting(row -> row.print().result()).containsExactly(Result.HOST_DIED);

        HistoryDesk next = desk(folder);
        tell(next, new Event.PrintResumed(Actor.HOST));
        assertThat(rows()).extracting(row -> row.print().result()).containsExactly(Result.RUNNING);
        tell(next, new Event.PrintDone("cube.gcode", 60, 4, 0));
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row.print().result()).isEqualTo(Result.DONE));
        assertThat(HistoryDesk.past(folder, job()).prints()).hasSize(1);
    }

    @Test
    void a_print_that_lost_its_printer_is_finished_in_the_same_row_by_resume() throws Exception {
        HistoryDesk first = desk(folder);
        tell(first, STARTED);
        tell(first, new Event.PrintFailed("cube.gcode", FailReason.CONNECTION_LOST, "the cable is out", 5, 10));
        HistoryDesk next = desk(folder);
        tell(next, new Event.PrintResumed(Actor.HOST));
        tell(next, new Event.PrintDone("cube.gcode", 60, 4, 0));
        assertThat(rows()).extracting(StoredPrint::print).extracting(PrintRecord::result).containsExactly(Result.DONE);
    }

    @Test
    void a_disk_that_keeps_nothing_costs_the_row_and_one_warning() throws Exception {
        Path blocked = Files.writeString(folder.resolve("a-file"), "").resolve("data");
        HistoryDesk desk = desk(blocked);
        tell(desk, STARTED);
        tell(desk, new Event.PrintPaused(Actor.USER, null));
        tell(desk, new Event.PrintDone("cube.gcode", 60, 4, 0));
        assertThat(warnings).singleElement().asString().endsWith("this print is missing or incomplete in printwire history");
        assertThat(HistoryDesk.past(blocked, job()).prints()).isEmpty();
    }

    private HistoryDesk desk(Path data) throws Exception {
        return new HistoryDesk(data, job(), warnings::add);
    }

    private Job job() throws Exception {
        Path file = Files.writeString(folder.resolve("cube.gcode"), "G1\nG2\nG3\nG4\n");
        return new Job("cube.gcode", file, 12, 4, null, 0, false, List.of(), new FileAnalysis(Optional.of("abc"),
                OptionalLong.empty(), OptionalDouble.empty(), List.of(), Optional.empty()), List::of);
    }

    private List<StoredPrint> rows() throws Exception {
        try (PrintHistory history = PrintHistory.existing(folder).orElseThrow()) {
            return history.list(9);
        }
    }

    private void tell(HistoryDesk desk, Event event) {
        now = now.plusSeconds(1);
        desk.accept(new Envelope(now, 1, "cube.gcode", event));
    }
}
