package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendTest {

    private final ScriptedFirmware printer = new ScriptedFirmware(line -> line.contains("M105")
            ? List.of("ok T:20.0 /0.0 B:20.0 /0.0") : List.of("ok"));
    private final CommandRun command = new CommandRun().with(printer);

    @Test
    void commands_go_out_in_order_and_answers_come_to_standard_output() {
        assertThat(command.run("send", "--port", "/dev/ttyACM0", "M105", "M400")).isZero();
        assertThat(printer.written()).containsExactly("N0 M110 N0*125", "N1 M105*38", "N2 M400*37");
        assertThat(command.out().lines()).containsExactly("ok T:20.0 /0.0 B:20.0 /0.0", "ok");
        assertThat(printer.closed()).isTrue();
    }

    @Test
    void without_a_name_the_port_is_left_to_the_search_at_the_usual_rate() {
        command.run("send", "M105");
        assertThat(command.openedName()).isNull();
        assertThat(command.openedBaud()).isEqualTo(115200);
    }

    @Test
    void the_configuration_names_port_and_rate_and_options_win_over_it(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), "printer: {port: /dev/ttyUSB7, baud: 250000}\n");
        command.run("send", "--config", file.toString(), "M105");
        assertThat(command.openedName()).isEqualTo("/dev/ttyUSB7");
        assertThat(command.openedBaud()).isEqualTo(250000);
        command.run("send", "--config", file.toString(), "--port", "/dev/ttyACM1", "--baud", "57600", "M105");
        assertThat(command.openedName()).isEqualTo("/dev/ttyACM1");
        assertThat(command.openedBaud()).isEqualTo(57600);
    }

    @Test
    void a_port_that_is_not_there_ends_with_4() {
        assertThat(command.run("send", "--port", "/dev/missing", "M105")).isEqualTo(4);
        assertThat(command.err()).isEqualTo("printwire: there is no serial port '/dev/missing'\n");
    }

    @Test
    void a_silent_printer_ends_with_4_and_the_port_is_given_back() {
        ScriptedFirmware silent = new ScriptedFirmware(line -> List.of());
        CommandRun quiet = new CommandRun().with(silent);
        assertThat(quiet.run("send", "--port", "/dev/ttyACM0", "M105")).isEqualTo(4);
        assertThat(quiet.err()).contains("does not answer within 20 s");
        assertThat(silent.closed()).isTrue();
    }

    @Test
    void no_command_is_bad_usage() {
        assertThat(command.run("send", "--port", "/dev/ttyACM0")).isEqualTo(2);
        assertThat(command.err()).contains("COMMAND").contains("Try: printwire send --help");
    }

    @Test
    void what_no_printer_would_answer_is_refused_before_the_port_is_opened() {
        assertThat(command.run("send", "M105", " ")).isEqualTo(2);
        assertThat(command.run("send", "; comment")).isEqualTo(2);
        assertThat(command.run("send", "G1\nG2")).isEqualTo(2);
        assertThat(command.run("send", "N3 M105*36")).isEqualTo(2);
        assertThat(command.run("send", "M117 " + "x".repeat(90))).isEqualTo(2);
        assertThat(command.openedName()).isEqualTo("(none)");
        assertThat(command.err()).contains("is no command", "has several lines", "has a line number", "is too long");
    }

    @Test
    void what_a_printer_says_cannot_move_the_cursor() {
        CommandRun run = new CommandRun().with(new ScriptedFirmware(line -> List.of("\u001b[2Jok?", "ok")));
        run.run("send", "--port", "p", "M105");
        assertThat(run.out()).doesNotContain("\u001b");
    }
}
