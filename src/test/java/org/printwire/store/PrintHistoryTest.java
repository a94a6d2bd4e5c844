package org.printwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.gcode.Filament;
import org.printwire.job.PastPrints;
import org.printwire.job.PrintRecord;
import org.printwire.job.PrintRecord.Result;

/** What was printed, in its file. */
class PrintHistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456789Z");
    private static final String CUBE = "2d2f2c6a410f8786b62604422799c9f3c0721367";

    @TempDir
    private Path folder;

    @Test
    void what_is_read_is_what_was_put() throws Exception {
        PrintRecord full = new PrintRecord("cube.gcode", "/home/pi/cube.gcode", 1234, CUBE,
                new PrintRecord.Printer("prusa-mk3s", "Prusa i3 MK3S", "uuid-1", "/dev/ttyACM0"), NOON, NOON.plusSeconds(60),
                55.5, 4.5, 2, Result.FAILED, "printer_error", "it was too hot", 34, 400L, 20L, 3, 9,
                List.of(new Filament(0, OptionalDouble.of(12.5), OptionalDouble.empty()),
                        new Filament(3, OptionalDouble.of(1), OptionalDouble.of(2.25))), 7L, 30.25);
        PrintRecord bare = new PrintRecord("a", "/a", 0, null, new PrintRecord.Printer(null, null, null, null), NOON, null,
                0, 0, 0, Result.RUNNING, null, null, 0, null, null, null, null, List.of(), null, null);
        try (PrintHistory history = open()) {
            long first = history.begin(full);
            long second = history.begin(bare);
            assertThat(history.show(first)).contains(new StoredPrint(first, full));
            assertThat(history.show(second)).contains(new StoredPrint(second, bare));
            history.update(second, full);
            assertThat(history.list(1)).containsExactly(new StoredPrint(second, full));
            assertThat(history.show(99)).isEmpty();
        }
    }

    @Test
    void a_print_that_nobody_runs_any_more_says_that_the_host_died() throws Exception {
        long id;
        try (PrintHistory dying = open()) {
            id = dying.begin(running(CUBE));
            try (PrintHistory other = open()) {
                assertThat(other.show(id).orElseThrow().print().result()).isEqualTo(Result.RUNNING);
            }
        }
        try (PrintHistory other = open()) {
            assertThat(other.list(9)).extracting(row -> row.print().result()).containsExactly(Result.HOST_DIED);
            assertThat(other.show(id).orElseThrow().print().ended()).isNull();
        }
    }

    @Test
    void a_row_that_was_left_is_gone_on_with_and_counts_as_running_again() throws Exception {
        long id;
        try (PrintHistory dying = open()) {
            id = dying.begin(running(CUBE));
        }
        try (PrintHistory next = open()) {
            assertThat(next.left("another content", "/cube.gcode")).isEmpty();
            assertThat(next.left(CUBE, "/cube.gcode").orElseThrow().id()).isEqualTo(id);
            assertThat(next.show(id).orElseThrow().print().result()).isEqualTo(Result.RUNNING);
            assertThat(next.left(CUBE, "/cube.gcode")).as("it runs").isEmpty();
        }
    }

    @Test
    void one_that_lost_the_printer_can_be_gone_on_with_and_one_that_is_over_cannot() throws Exception {
        try (PrintHistory history = open()) {
            history.begin(ended(CUBE, Result.FAILED, "connection_lost", 5, NOON));
            assertThat(history.left(CUBE, "/cube.gcode")).isPresent();
            history.begin(ended(CUBE, Result.FAILED, "printer_error", 5, NOON));
            assertThat(history.left(CUBE, "/cube.gcode")).isEmpty();
            history.begin(ended(CUBE, Result.FAILED, null, 5, NOON));
            assertThat(history.left(CUBE, "/cube.gcode")).isEmpty();
        }
    }

    @Test
    void earlier_prints_are_those_of_the_same_content_that_have_ended() throws Exception {
        try (PrintHistory history = open()) {
            history.begin(ended(CUBE, Result.DONE, null, 50, NOON));
            history.begin(ended("another content", Result.DONE, null, 50, NOON));
            history.begin(ended(CUBE, Result.CANCELLED, "user", 9, NOON.plusSeconds(60)));
            history.begin(running(CUBE));
            assertThat(history.of(CUBE).prints()).containsExactly(
                    new PastPrints.Past(NOON, true, "prusa-mk3s", 50),
                    new PastPrints.Past(NOON.plusSeconds(60), false, "prusa-mk3s", 9));
        }
    }

    @Test
    void looking_makes_no_file_and_what_the_outbox_keeps_is_not_touched() throws Exception {
        assertThat(PrintHistory.existing(folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
        open().close();
        assertThat(folder.resolve("history.db")).exists();
        assertThat(folder.resolve("printwire.db")).doesNotExist();
    }

    @Test
    void a_damaged_file_is_moved_aside_and_a_new_one_begun() throws Exception {
        Files.writeString(folder.resolve("history.db"), "x".repeat(5000));
        List<String> warnings = new ArrayList<>();
        try (PrintHistory history = PrintHistory.open(folder, warnings::add)) {
            assertThat(history.begin(running(CUBE))).isEqualTo(1);
        }
        assertThat(warnings).singleElement().asString().contains("history.db.broken-", "the prints in the old one are not listed");
    }

    private PrintHistory open() throws Exception {
        return PrintHistory.open(folder, warning -> {
            throw new AssertionError(warning);
        });
    }

    private static PrintRecord running(String sha1) {
        return print(sha1, Result.RUNNING, null, 0, null);
    }

    private static PrintRecord ended(String sha1, Result result, String reason, double seconds, Instant end) {
        return print(sha1, result, reason, seconds, end);
    }

    private static PrintRecord print(String sha1, Result result, String reason, double seconds, Instant end) {
        return new PrintRecord("cube.gcode", "/cube.gcode", 1, sha1, new PrintRecord.Printer("prusa-mk3s", null, null, null),
                NOON, end, seconds, 0, 0, result, reason, null, 0, null, null, null, null, List.of(), null, null);
    }
}
