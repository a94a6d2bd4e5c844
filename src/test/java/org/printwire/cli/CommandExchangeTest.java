package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CommandExchangeTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final List<String> answers = new ArrayList<>();
    private ScriptedFirmware port;

    @Test
    void commands_are_numbered_from_one_after_the_line_number_was_set() throws Exception {
        CommandExchange exchange = exchange(line -> List.of("ok"));
        exchange.awaitFirmware(LIMIT);
        exchange.send("M105", LIMIT);
        exchange.send("M114", LIMIT);
        assertThat(port.written()).containsExactly("N0 M110 N0*125", "N1 M105*38", "N2 M114*37");
    }

    @Test
    void every_line_of_the_answer_is_told_and_the_banner_is_not() throws Exception {
        CommandExchange exchange = exchange(line -> line.contains("M110")
                ? List.of("start", "echo:Marlin", "ok") : List.of("echo:hello", "", "ok T:20.0 /0.0"));
        exchange.awaitFirmware(LIMIT);
        exchange.send("M105", LIMIT);
        assertThat(answers).containsExactly("echo:hello", "ok T:20.0 /0.0");
    }

    @Test
    void answers_to_several_probes_do_not_pass_for_answers_to_the_command() throws Exception {
        CommandExchange exchange = exchange(line -> line.contains("M110") && port.written().size() < 3
                ? List.of() : line.contains("M110") ? List.of("ok", "ok", "ok") : List.of("echo:yes", "ok"));
        exchange.awaitFirmware(Duration.ofSeconds(20));
        exchange.send("M105", LIMIT);
        assertThat(answers).containsExactly("echo:yes", "ok");
    }

    @Test
    void a_printer_that_says_nothing_is_told_as_not_answering() {
        CommandFailure failure = failure(exchange(line -> List.of()), null);
        assertThat(failure.code()).isEqualTo(ExitCode.PRINTER_UNAVAILABLE);
        assertThat(failure).hasMessage(
                "/dev/ttyTEST does not answer within 5 s: is it a printer, and is it switched on?");
    }

    @Test
    void noise_only_points_to_the_baud_rate() {
        CommandFailure failure = failure(exchange(line -> List.of("\u00f8\u0080x\u00fe\u00e0")), null);
        assertThat(failure).hasMessageContaining("baud rate");
    }

    @Test
    void a_line_that_the_printer_asks_for_again_is_sent_again_after_the_ok() throws Exception {
        CommandExchange exchange = exchange(line -> port.written().size() == 1
                ? List.of("Error:checksum mismatch, Last Line: 0", "Resend: 1", "ok") : List.of("echo:done", "ok"));
        exchange.send("M105", LIMIT);
        assertThat(port.written()).containsExactly("N1 M105*38", "N1 M105*38");
        assertThat(answers).endsWith("echo:done", "ok");
    }

    @Test
    void a_printer_that_counts_otherwise_gets_the_number_that_it_wants() throws Exception {
        CommandExchange exchange = exchange(line -> port.written().size() == 1
                ? List.of("Resend: 7", "ok") : List.of("ok"));
        exchange.send("M105", LIMIT);
        assertThat(port.written().get(1)).startsWith("N7 M105*");
    }

    @Test
    void a_printer_that_asks_for_ever_ends_it() {
        CommandFailure failure = failure(exchange(line -> List.of("Resend: 1", "ok")), "M105");
        assertThat(failure.code()).isEqualTo(ExitCode.CONNECTION_LOST);
    }

    @Test
    void silence_after_a_command_ends_it() {
        CommandFailure failure = failure(exchange(line -> List.of()), "M105");
        assertThat(failure.code()).isEqualTo(ExitCode.PRINTER_UNAVAILABLE);
        assertThat(failure).hasMessage("no answer to M105 within 5 s");
    }

    @Test
    void busy_extends_the_time_for_an_answer() throws Exception {
        port = new ScriptedFirmware(line -> List.of()) {
            private int reads;

            @Override
            public int read(byte[] buffer) {
                if (++reads % 21 == 0) {
                    says(reads > 200 ? "ok" : "echo:busy: processing");
                }
                return super.read(buffer);
            }
        };
        new CommandExchange(port, port, answers::add).send("G28", LIMIT);
        assertThat(Duration.ofNanos(port.nanos())).isGreaterThan(LIMIT.multipliedBy(3));
    }

    @Test
    void a_reset_instead_of_an_answer_is_told() {
        assertThat(failure(exchange(line -> List.of("start")), "M999"))
                .hasMessage("the printer has reset instead of answering M999");
    }

    @Test
    void a_halted_printer_is_told_as_a_fault_of_the_printer() {
        CommandFailure failure = failure(
                exchange(line -> List.of("Error:Printer halted. kill() called!")), "M112");
        assertThat(failure.code()).isEqualTo(ExitCode.PRINTER_FAULT);
    }

    private CommandExchange exchange(Function<String, List<String>> firmware) {
        port = new ScriptedFirmware(firmware);
        return new CommandExchange(port, port, answers::add);
    }

    /** @param command null: it fails while waiting for the firmware */
    private static CommandFailure failure(CommandExchange exchange, String command) {
        return catchThrowableOfType(CommandFailure.class, () -> {
            if (command == null) {
                exchange.awaitFirmware(LIMIT);
            } else {
                exchange.send(command, LIMIT);
            }
        });
    }
}
