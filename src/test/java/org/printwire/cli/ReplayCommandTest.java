package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.json.Json;

class ReplayCommandTest {

    private static final String OTHERS = "# by somebody\n1.0 > M105\n1.5 < ok T:20.0 /0.0\n4.0 < Error:checksum mismatch, Last Line: 2\n4.1 < Resend: 3\n4.2 < ok\n4.3 < gibberish\n";

    private final CommandRun command = new CommandRun();

    @TempDir
    private Path folder;

    @Test
    void the_recording_of_another_host_is_read_and_summed_up() throws Exception {
        assertThat(command.run("replay", file(OTHERS))).isZero();
        assertThat(command.out().lines()).containsExactly(
                "not made by printwire: only read, nothing is printed again",
                "line 7 (4.300000 s): not understood: gibberish",
                "1 line to the printer, 5 from it, in 4.300000 s",
                "  error: a garbled line: 1", "  ok: 2", "  not understood: 1", "  asks for a line again: 1",
                "1 resend, 1 error, 1 not understood",
                "longest silence of the printer: 2.500000 s, at 1.500000 s",
                "from a line to its ok: median 500.000 ms, 99 % within 500.000 ms");
    }

    @Test
    void replies_are_shown_on_demand() throws Exception {
        assertThat(command.run("replay", "--replies", file(OTHERS))).isZero();
        assertThat(command.out()).contains("line 5 (4.100000 s): Resend: 3: Resend[lineNumber=OptionalLong[3]]");
    }

    @Test
    void a_script_gets_one_object() throws Exception {
        assertThat(command.run("replay", "--json", file(OTHERS))).isZero();
        assertThat(Json.parseObject(command.out())).containsEntry("linesReceived", 5).containsEntry("replayed", false)
                .containsEntry("replies", Map.of("Fault CHECKSUM", 1, "Ok", 2, "Other", 1, "Resend", 1))
                .containsEntry("notUnderstood", List.of(Map.of("line", 7, "at", 4.3, "text", "gibberish")));
    }

    @Test
    void what_printwire_would_not_send_today_ends_with_1() throws Exception {
        String recording = "# printwire whole recording 1, version 0.1, began 2026-01-01T00:00:00Z, profile (by firmware)\n"
                + "0.0 # connect, 20000 ms\n0.4 # tick\n0.4 > M110\n";
        assertThat(command.run("replay", file(recording))).isEqualTo(1);
        assertThat(command.out()).contains(
                "line 4 (0.400000 s): differs: recorded \"M110\", would send \"N0 M110 N0*125\"; the rest is only read",
                "replay: differs, see above");
    }

    @Test
    void the_last_lines_before_trouble_show_what_went_wrong_and_how_long_the_printer_was_silent_in_the_end() throws Exception {
        String flight = "# printwire flight recording 1, version 0.1, began 2026-01-01T00:00:00.123456789Z, profile my.own\n"
                + "1.0 > N1 G28*18\n1.1 < ok\n2.0 < Error:0: Heaters switched off. MINTEMP triggered!\n2.1 # tick\n9.1 # port lost\n";
        assertThat(command.run("replay", file(flight))).isZero();
        assertThat(command.out().lines()).containsExactly(
                "by printwire 0.1, begun 2026-01-01T00:00:00Z: the last lines before trouble, only read",
                "line 4 (2.000000 s): error: heater or thermistor: Error:0: Heaters switched off. MINTEMP triggered!",
                "line 6 (9.100000 s): the host: port lost",
                "1 line to the printer, 2 from it, in 9.100000 s",
                "  error: heater or thermistor: 1", "  ok: 1",
                "0 resends, 1 error, 0 not understood",
                "longest silence of the printer: 7.100000 s, at 2.000000 s",
                "from a line to its ok: median 100.000 ms, 99 % within 100.000 ms");
    }

    @Test
    void a_print_with_a_profile_of_the_users_own_needs_that_to_be_printed_again() throws Exception {
        String recording = "# printwire whole recording 1, version 0.1, began 2026-01-01T00:00:00Z, profile my.own\n1.0 > M105\n";
        assertThat(command.run("replay", file(recording))).isEqualTo(2);
        assertThat(command.err()).contains("was printed with the printer profile my.own, which is none of printwire's own:"
                + " name its file with --printer");
    }

    @Test
    void a_print_that_another_host_had_begun_is_only_read_and_no_failure() throws Exception {
        String recording = "# printwire whole recording 1, version 0.1, began 2026-01-01T00:00:00Z, profile (by firmware)\n"
                + "0.0 # locate\n0.4 # tick\n0.4 > (raw) \\nN0 *94\\n\n0.5 < ok\n0.6 # job, window 2/126, kept\n0.6 # rejoin\n0.7 > N8 G28*27\n";
        assertThat(command.run("replay", file(recording))).as(command.out()).isZero();
        assertThat(command.out()).contains(
                "line 6 (0.600000 s): not printed again: begins in the middle of a job: only parsed",
                "replay: from line 6 on only read, what was sent before would be sent today");
    }

    @Test
    void every_recording_of_real_firmware_can_be_read() throws Exception {
        try (var files = Files.list(Path.of("src/test/resources/transcripts"))) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file ->
                    assertThat(new CommandRun().run("replay", file.toString())).isZero());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"G28\nG1 X1\n", "", "# only words\n", "\0\1\2"})
    void what_is_no_recording_ends_with_3(String text) throws Exception {
        assertThat(command.run("replay", file(text))).isEqualTo(3);
        assertThat(command.err()).startsWith("printwire: " + folder.resolve("r.txt") + ": ");
    }

    @Test
    void a_file_that_is_not_there_ends_with_3() {
        assertThat(command.run("replay", "/nowhere/r.txt")).isEqualTo(3);
        assertThat(command.err()).isEqualTo("printwire: /nowhere/r.txt: no such file\n");
    }

    private String file(String text) throws Exception {
        return Files.writeString(folder.resolve("r.txt"), text).toString();
    }
}
