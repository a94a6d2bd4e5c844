package org.printwire.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PowerPanicTest {
    private static Conversation printing(SimulatedPrinterOptions options) {
        Conversation host = new Conversation(options);
        host.numbered(1, "G1 X60 F3600", "G1 X0", "G1 X60", "G1 X0").passSeconds(1.5).heard();
        return host;
    }

    private static Conversation fail(Conversation host, Duration span) {
        return host.does((printer, nanos) -> printer.powerPanic(span, nanos));
    }

    @Test
    void it_is_told_and_then_nothing_lives_until_the_power_is_back() {
        Conversation host = printing(SimulatedPrinterOptions.mk3s());
        fail(host, Duration.ofSeconds(5)).passSeconds(1);
        assertThat(host.heard()).containsExactly("INT4", "UVLO - end 163");
        assertThat(host.printer.executed()).as("moves not made do not count").containsExactly("G1 X60 F3600");

        host.send("M105").does(SimulatedPrinter::opened).passSeconds(3.9);
        assertThat(host.heard()).isEmpty();
        assertThat(host.passSeconds(0.2).heard()).containsExactly("start");
    }

    @Test
    void the_board_recovers_by_itself_while_the_bed_is_warm_and_tells_the_host_that_asks() {
        Conversation host = printing(SimulatedPrinterOptions.mk3s());
        fail(host, Duration.ofSeconds(5)).passSeconds(40);
        assertThat(host.answers()).containsSubsequence("start", "Temperature Restored", "echo:enqueing \"M110 N1\"",
                "Done reading EEPROM", "//action:paused");

        assertThat(host.send("M79").heard()).containsExactly("//action:uvlo_auto_recovery_ready", "ok");
        host.send("M602").passSeconds(20);
        assertThat(host.answers()).as("its own last command counts as one of the host's").containsSubsequence("Resend: 1",
                "ok", "//action:resumed");
        assertThat(host.send("M79").heard()).containsExactly("ok");
    }

    @Test
    void a_bed_that_has_cooled_needs_a_user() {
        SimulatedPrinterOptions options = SimulatedPrinterOptions.mk3s().withUserDelay(Duration.ofSeconds(20));
        Conversation host = new Conversation(options);
        host.send("M190 S60").passSeconds(200).numbered(1, "G1 X60 F3600");
        fail(host, Duration.ofSeconds(60)).passSeconds(75);
        assertThat(host.heard()).contains("echo:busy: paused for user").doesNotContain("Temperature Restored");

        host.passSeconds(60);
        assertThat(host.send("M79").answers()).contains("Temperature Restored", "//action:uvlo_recovery_ready");
    }

    @Test
    void a_reset_begins_the_recovery_anew() {
        Conversation host = printing(SimulatedPrinterOptions.mk3s());
        fail(host, Duration.ofSeconds(1)).passSeconds(40).does(SimulatedPrinter::reset).passSeconds(40);

        assertThat(host.answers().stream().filter("Temperature Restored"::equals).count()).isEqualTo(2);
    }

    @Test
    void without_a_print_the_printer_only_boots() {
        Conversation host = new Conversation(SimulatedPrinterOptions.mk3s());
        fail(host, Duration.ofSeconds(1)).passSeconds(10);

        assertThat(host.answers()).startsWith("INT4", "start").doesNotContain("Temperature Restored");
    }

    @Test
    void hotend_and_bed_keep_their_warmth_over_a_reset() {
        Conversation host = new Conversation(SimulatedPrinterOptions.mk3s());
        host.send("M109 S215").passSeconds(200).does(SimulatedPrinter::reset).passSeconds(2).heard();

        List<String> heard = host.send("M105").heard();
        assertThat(heard.get(0)).startsWith("ok T:21").contains("/0.0");
    }

    @Test
    void marlin_knows_nothing_of_it_and_boots() {
        Conversation host = printing(SimulatedPrinterOptions.marlin());
        fail(host, Duration.ofSeconds(2)).passSeconds(10);

        assertThat(host.heard()).startsWith("start").contains("Marlin bugfix-2.1.x");
    }
}
