package org.printwire.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedPrinterTest {
    private static final SimulatedPrinterOptions MK3S = SimulatedPrinterOptions.mk3s();

    private static long oks(List<String> lines) {
        return lines.stream().filter("ok"::equals).count();
    }

    @Test
    void fifteen_moves_are_confirmed_at_once_and_the_next_when_the_first_is_over() {
        Conversation host = new Conversation(MK3S);
        for (int i = 1; i <= 17; i++) {
            host.send("G1 X" + 10 * i + " F600");
        }
        assertThat(oks(host.heard())).isEqualTo(15);
        assertThat(oks(host.passSeconds(0.99).heard())).isZero();
        assertThat(oks(host.passSeconds(0.02).heard())).isEqualTo(1);
        assertThat(oks(host.passSeconds(1).heard())).isEqualTo(1);
    }

    @Test
    void m400_is_confirmed_when_all_moves_are_made_and_says_busy_meanwhile() {
        Conversation host = new Conversation(MK3S);
        host.send("G1 X50 F600", "M400").passSeconds(4.9);
        assertThat(host.heard()).containsExactly("ok", "echo:busy: processing", "echo:busy: processing");

        assertThat(host.passSeconds(0.2).heard()).containsExactly("ok");
    }

    @Test
    void moves_take_as_long_as_the_time_scale_says() {
        Conversation host = new Conversation(MK3S.withTimeScale(0.1));
        host.send("G1 X50 F600", "M400").heard();

        assertThat(host.passSeconds(0.49).heard()).isEmpty();
        assertThat(host.passSeconds(0.02).heard()).containsExactly("ok");
    }

    @Test
    void in_instant_mode_a_print_takes_no_time() {
        Conversation host = new Conversation(MK3S.instant());
        host.send("G28", "M109 S215", "G1 X100 F600", "G4 S100", "M400");

        assertThat(oks(host.answers())).isEqualTo(5);
        assertThat(host.nanos).isZero();
    }

    @Test
    void an_arc_takes_the_time_of_its_length_and_not_of_its_chord() {
        Conversation host = new Conversation(MK3S);
        host.send("G3 X20 Y0 I10 J0 F600", "M400").heard();

        assertThat(host.passSeconds(3.1).answers()).as("31.4 mm at 10 mm/s").isEmpty();
        assertThat(host.passSeconds(0.1).answers()).containsExactly("ok");
    }

    @Test
    void bytes_beyond_127_waiting_are_lost_and_the_rest_is_flushed() {
        Conversation host = new Conversation(MK3S);
        host.send("G4 S3", "M117 one", "M117 two").raw("M117 lost\n".repeat(20)).passSeconds(4);

        assertThat(host.answers()).containsSequence("ok", "Full RX Buffer", "LCD status changed", "ok");
        assertThat(host.printer.report().rxDropped()).isEqualTo(200);
        assertThat(host.printer.executed()).doesNotContain("M117 lost");
    }

    @Test
    void half_a_line_is_thrown_away_after_two_seconds() {
        Conversation host = new Conversation(MK3S);
        host.raw("G1 X10").passSeconds(1.9);
        assertThat(host.heard()).isEmpty();

        assertThat(host.passSeconds(0.2).heard()).containsExactly("RX timeout");
        assertThat(host.send("M400").heard()).containsExactly("ok");
    }

    @Test
    void a_refused_line_takes_with_it_what_came_behind_it() {
        Conversation host = new Conversation(MK3S);
        host.raw("N1 G1 X1*0\n" + Conversation.frame(2, "G1 X2") + Conversation.frame(3, "G1 X3"));

        assertThat(host.heard()).containsExactly("Error:checksum mismatch, Last Line: 0", "Resend: 1", "ok");
    }

    @Test
    void an_opened_port_resets_the_board_and_what_comes_before_the_banner_is_lost() {
        Conversation host = new Conversation(MK3S);
        host.does(SimulatedPrinter::opened).send("M105");
        assertThat(host.heard()).containsExactly("start");

        assertThat(host.passSeconds(1).heard()).startsWith(";S").endsWith("echo:SD init fail").noneMatch("ok"::equals);
        assertThat(host.send("M105").heard()).hasSize(1);
    }

    @Test
    void a_port_opened_without_reset_finds_the_line_number_where_it_was() {
        Conversation host = new Conversation(MK3S.withResetsOnOpen(false));
        host.numbered(1, "G1 X1", "G1 X2").does(SimulatedPrinter::unplug).does(SimulatedPrinter::opened).heard();

        assertThat(host.send("N0 M105*0").heard()).startsWith("Error:Line Number is not Last Line Number+1, Last Line: 2");
    }

    @Test
    void a_kill_reboots_an_mk3s_which_then_waits_for_a_click() {
        Conversation host = new Conversation(MK3S);
        host.does((printer, nanos) -> printer.kill("Bad thing.", nanos)).passSeconds(4);
        assertThat(host.heard()).startsWith("Error:Printer halted. kill() called!", "Bad thing.", "start")
                .contains("echo:busy: paused for user");

        host.send("M105").passSeconds(60).heard();
        host.does(SimulatedPrinter::press);
        assertThat(host.heard()).contains("echo:SD init fail").anyMatch(line -> line.startsWith("ok T:"));
    }

    @Test
    void at_a_baud_rate_an_answer_takes_its_time() {
        Conversation host = new Conversation(MK3S.withBaud(115200));
        host.send("M117 x");
        assertThat(host.passSeconds(0.0005).heard()).isEmpty();

        assertThat(host.passSeconds(0.003).heard()).containsExactly("LCD status changed", "ok");
    }

    @Test
    void time_may_not_go_back() {
        Conversation host = new Conversation(MK3S);
        host.passSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> host.printer.transmit(5)).withMessageContaining("went back");
    }

    @Test
    void faults_at_a_line_strike_there_and_are_counted() {
        Conversation hung = faulty("hang-at=2:5");
        assertThat(oks(hung.send("M117", "M106", "M106").answers())).isEqualTo(1);
        assertThat(oks(hung.passSeconds(5).answers())).isEqualTo(2);

        assertThat(faulty("reset-at=2").send("M106", "M106").heard()).contains("ok", "start").endsWith("echo:SD init fail");

        Conversation pulled = faulty("unplug-at=2");
        assertThat(pulled.send("M106", "M106").heard()).containsExactly("ok");
        assertThat(pulled.printer.unplugged()).isTrue();

        Conversation dead = faulty("error-at=1:Fire.");
        assertThat(dead.send("M106").heard()).startsWith("Error:Printer halted. kill() called!", "Fire.", "start");
        assertThat(dead.printer.report().faults()).containsEntry("error-at", 1L);
    }

    @Test
    void faults_by_chance_spoil_the_lines_they_name() {
        assertThat(faulty("lost-ok=1").send("M106").heard()).isEmpty();
        assertThat(faulty("doubled-ok=1").send("M106").heard()).containsExactly("ok", "ok");
        assertThat(faulty("lost-line=1").send("M106").heard()).isEmpty();
        assertThat(faulty("duplicated-line=1").numbered(1, "M106").heard()).containsExactly("ok",
                "Error:Line Number is not Last Line Number+1, Last Line: 1", "Resend: 2", "ok");
        assertThat(faulty("noise=1").send("M106").heard().get(0)).endsWith("ok").hasSizeGreaterThan(2);
        assertThat(faulty("corrupt-out=1").send("M106").heard().get(0)).hasSize(2).isNotEqualTo("ok");
        Conversation corrupt = faulty("corrupt-in=1");
        for (int i = 0; i < 50; i++) {
            corrupt.numbered(1, "G1 X10");
        }
        assertThat(corrupt.printer.executed()).as("only the line end was spoiled").allMatch("G1 X10"::equals);
        assertThat(corrupt.printer.report().errors()).containsKey(LineError.CHECKSUM);
    }

    @Test
    void a_slow_reader_takes_bytes_at_its_own_pace() {
        Conversation host = faulty("slow-reader=10");
        host.send("M106");
        assertThat(host.printer.backlog()).isEqualTo(5);
        assertThat(host.passSeconds(0.45).heard()).isEmpty();
        assertThat(host.passSeconds(0.1).heard()).containsExactly("ok");
    }

    @Test
    void the_same_seed_gives_the_same_print_to_the_last_byte() {
        assertThat(spoiled(7)).isEqualTo(spoiled(7)).isNotEqualTo(spoiled(8));
    }

    private static List<String> spoiled(long seed) {
        Conversation host = new Conversation(MK3S.instant().withSeed(seed)
                .withFaults(Faults.parse("corrupt-in=0.1", "corrupt-out=0.1", "noise=0.1", "lost-ok=0.1")));
        host.send(Collections.nCopies(200, "M105").toArray(String[]::new));
        return host.heard();
    }

    private static Conversation faulty(String fault) {
        return new Conversation(MK3S.instant().withFaults(Faults.parse(fault)).withUserDelay(Duration.ofSeconds(1)));
    }
}
