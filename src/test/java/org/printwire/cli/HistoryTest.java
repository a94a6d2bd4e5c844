package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.gcode.Filament;
import org.printwire.job.PrintRecord;
import org.printwire.job.PrintRecord.Result;
import org.printwire.json.Json;
import org.printwire.store.PrintHistory;

/** {@code printwire history}. */
class HistoryTest {

    @TempDir
    private Path folder;

    private final CommandRun run = new CommandRun();

    @Test
    void the_list_has_the_newest_first_with_how_it_ended() throws Exception {
        three();
        assertThat(history()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll("  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  ", "  TIME  ")))
                .containsExactly(
                        "3  TIME  tower.gcode  host died at 0 % or later  0 s",
                        "2  TIME  cube.gcode  failed at 25 %  1 min 40 s  about 50.00 mm",
                        "1  TIME  cube.gcode  done  1 h 0 min  200.00 mm");
    }

    @Test
    void json_is_one_object_a_line_without_what_is_not_known() throws Exception {
        three();
        assertThat(history("--json", "--limit", "2")).isZero();
        List<Map<String, Object>> rows = run.out().lines().map(Json::parseObject).toList();
        assertThat(rows).extracting(row -> row.get("id")).containsExactly(3, 2);
        assertThat(rows.get(0)).containsEntry("result", "host died").doesNotContainKeys("ended", "filament", "line", "uuid");
        assertThat(rows.get(1)).containsEntry("reason", "printer_error").containsEntry("line", 20)
                .containsEntry("printedSeconds", 100.0).containsEntry("started", "2026-11-02T12:00:00Z")
                .containsEntry("filament", List.of(Map.of("tool", 0, "millimetres", 50.0)));
    }

    @Test
    void show_has_all_that_is_known_of_one() throws Exception {
        three();
        assertThat(history("show", "2")).isZero();
        assertThat(run.out().lines()).contains("file      /home/pi/cube.gcode", "result    failed at 25 % (printer error)",
                "detail    it was too hot", "line      20 or later", "layer     3 of 9", "heating   30 s",
                "paused    4 s in 2 pauses", "filament  tool 0: about 50.00 mm", "resends   7");
    }

    @Test
    void totals_are_by_month_by_printer_and_by_tool() throws Exception {
        three();
        assertThat(history("totals", "--json")).isZero();
        assertThat(run.out().lines()).containsExactly(
                "{\"month\":\"2026-10\",\"prints\":1,\"done\":1,\"printedSeconds\":3600.0,\"millimetres\":200.0}",
                "{\"month\":\"2026-11\",\"prints\":2,\"done\":0,\"printedSeconds\":100.0,\"millimetres\":50.0}",
                "{\"printer\":\"a printer that did not say what it is\",\"prints\":1,\"done\":0,\"printedSeconds\":0.0}",
                "{\"printer\":\"prusa-mk3s uuid-1\",\"prints\":2,\"done\":1,\"printedSeconds\":3700.0,\"millimetres\":250.0}",
                "{\"filament\":\"tool 0\",\"prints\":2,\"done\":1,\"printedSeconds\":3700.0,\"millimetres\":250.0}");
    }

    @Test
    void a_month_is_that_of_the_users_clock() {
        PrintRecord late = print("cube.gcode", "2026-10-31T23:30:00Z", Result.DONE, null, null, 1, 100);
        assertThat(PrintTotals.of(List.of(late), ZoneOffset.ofHours(1)).months()).containsOnlyKeys("2026-11");
    }

    @Test
    void where_nothing_was_printed_there_is_none_and_no_file_is_made() {
        assertThat(history()).isZero();
        assertThat(run.err()).contains("there are none");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_is_not_understood_is_bad_usage_with_a_way_out() throws Exception {
        three();
        assertThat(history("show", "99")).isEqualTo(2);
        assertThat(run.err()).contains("there is no print '99'; printwire history lists them");
        assertThat(history("shwo")).isEqualTo(2);
        assertThat(history("--limit", "0")).isEqualTo(2);
    }

    private int history(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of("history", "--data-dir", folder.toString()));
        all.addAll(List.of(words));
        return run.run(all.toArray(String[]::new));
    }

    private void three() throws Exception {
        try (PrintHistory history = PrintHistory.open(folder, warning -> { })) {
            history.begin(print("cube.gcode", "2026-10-02T12:00:00Z", Result.DONE, null, null, 3600, 100));
            history.begin(print("cube.gcode", "2026-11-02T12:00:00Z", Result.FAILED, "printer_error", "it was too hot", 100, 25));
            history.begin(new PrintRecord("tower.gcode", "/tower.gcode", 5, null, new PrintRecord.Printer(null, null, null, null),
                    Instant.parse("2026-11-03T12:00:00Z"), null, 0, 0, 0, Result.RUNNING, null, null, 0, null, null, null,
                    null, List.of(), null, null));
        }
    }

    private static PrintRecord print(String file, String started, Result result, String reason, String detail,
            double seconds, int percent) {
        Instant start = Instant.parse(started);
        return new PrintRecord(file, "/home/pi/" + file, 1234, "abc",
                new PrintRecord.Printer("prusa-mk3s", "Prusa i3 MK3S", "uuid-1", "/dev/ttyACM0"), start, start.plusSeconds(9000),
                seconds, 4, 2, result, reason, detail, percent, 400L, 20L, 3, 9,
                List.of(new Filament(0, OptionalDouble.of(200), OptionalDouble.empty())), 7L, 30.0);
    }
}
