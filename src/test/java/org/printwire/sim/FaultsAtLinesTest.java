package org.printwire.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults and accidents, each alone. */
class FaultsAtLinesTest {
    private static Conversation faulty(String fault) {
        return new Conversation(SimulatedPrinterOptions.mk3s().instant().withFaults(Faults.parse(fault)));
    }

    @Test
    void a_late_ok_comes_within_five_seconds_and_what_is_said_meanwhile_overtakes_it() {
        Conversation host = faulty("late-ok=1");
        host.send("M115 V");
        assertThat(host.heard()).containsExactly("3.14.0-BETA1");
        assertThat(host.passSeconds(0.9).heard()).isEmpty();
        assertThat(host.passSeconds(4.2).heard()).containsExactly("ok");
    }

    @Test
    void reordered_answers_change_places_and_the_last_of_all_comes_a_second_late() {
        Conversation host = faulty("reordered=1");
        assertThat(host.send("M117 x").heard()).containsExactly("ok", "LCD status changed");

        assertThat(host.send("M106").heard()).isEmpty();
        assertThat(host.passSeconds(1.1).heard()).containsExactly("ok");
    }

    @Test
    void a_lost_byte_spoils_a_line_either_way() {
        assertThat(faulty("lost-byte=1").numbered(1, "G1 X10").passSeconds(3).heard()).isNotEqualTo(List.of("ok"));
        assertThat(faulty("lost-byte-out=1").send("M117 x", "M117 x").heard()).noneMatch("LCD status changed"::equals);
    }

    @Test
    void a_storm_refuses_a_good_line_as_often_as_it_was_told_and_then_takes_it() {
        Conversation host = faulty("storm-at=2:3");
        host.numbered(1, "M106").heard();
        for (int i = 0; i < 3; i++) {
            assertThat(host.numbered(2, "M107").heard()).contains("Resend: 2");
        }
        assertThat(host.numbered(2, "M107").heard()).containsExactly("ok");
    }

    @Test
    void a_busy_hang_goes_on_saying_so_and_reporting_temperatures() {
        Conversation host = faulty("hang-busy-at=2:10");
        host.send("M155 S4", "M106").heard();
        assertThat(host.passSeconds(9).heard().stream().map(line -> line.replaceAll(":.*", "")).toList())
                .containsExactly("echo", "echo", "T", "echo", "echo", "T");
        assertThat(host.passSeconds(1.5).heard()).containsExactly("ok");
    }

    @Test
    void temperatures_go_on_coming_while_a_printer_waits_for_a_user() {
        Conversation host = new Conversation(SimulatedPrinterOptions.mk3s().instant());
        host.send("M155 S2", "M600").passSeconds(11);

        assertThat(host.heard().stream().filter(line -> line.startsWith("T:")).count()).isEqualTo(5);
    }

    @Test
    void a_firmware_that_does_not_look_at_its_ring_lets_it_fill_and_flushes_all() {
        Conversation host = faulty("overflow-at=1:2");
        host.send("M106").raw("M117 lost\n".repeat(20)).passSeconds(3);

        assertThat(host.heard()).containsExactly("ok", "Full RX Buffer");
        assertThat(host.printer.report().rxDropped()).isEqualTo(200);
    }

    @Test
    void accidents_strike_at_their_line() {
        assertThat(faulty("fan-at=1").send("G1 X1 F600").heard()).contains("//action:pause",
                "Hotend fan speed is lower than expected");
        assertThat(faulty("mintemp-at=1").send("M106").heard()).contains("Error:0: Heaters switched off. MINTEMP triggered!");
        assertThat(faulty("runout-at=1").numbered(1, "G1 X1 F600").heard()).contains("Resend: 2",
                "echo:Enqueing to the front: \"M600\"");
        assertThat(faulty("crash-at=1").numbered(1, "G1 X1 F600").passSeconds(30).heard()).contains("Resend: 2");
        assertThat(faulty("stop-at=1").numbered(1, "G1 X1 F600").heard()).contains("//action:cancel");
        assertThat(faulty("pause-at=1").numbered(1, "G1 X1 F600").heard()).contains("//action:pause");
    }

    @Test
    void a_cable_that_is_out_for_a_while_brings_back_the_board_as_it_was() {
        Conversation host = faulty("unplug-at=2:3");
        host.numbered(1, "M106", "M107").heard();
        assertThat(host.printer.unplugged()).isTrue();
        host.passSeconds(2.9);
        assertThat(host.printer.unplugged()).isTrue();
        host.passSeconds(0.2);
        assertThat(host.printer.unplugged()).isFalse();

        host.does(SimulatedPrinter::opened);
        assertThat(host.numbered(3, "M106").heard()).containsExactly("ok");
        assertThat(host.printer.report().boots()).isZero();
    }

    @Test
    void half_a_line_of_a_host_that_died_stays_until_the_next_host_ends_it() {
        Conversation host = new Conversation(SimulatedPrinterOptions.mk3s().instant().withResetsOnOpen(false));
        host.raw("N1 G1").does((printer, nanos) -> printer.closed(true, nanos)).passSeconds(1);
        host.does(SimulatedPrinter::opened);

        assertThat(host.raw("\n").heard()).startsWith("Error:No Checksum with line number, Last Line: 0");
    }

    @Test
    void dtr_that_stayed_up_resets_nothing() {
        Conversation host = new Conversation(SimulatedPrinterOptions.mk3s().instant());
        host.does(SimulatedPrinter::opened).does((printer, nanos) -> printer.closed(false, nanos));
        host.does(SimulatedPrinter::opened);
        assertThat(host.printer.report().boots()).isEqualTo(1);

        host.does((printer, nanos) -> printer.closed(true, nanos)).does(SimulatedPrinter::opened);
        assertThat(host.printer.report().boots()).isEqualTo(2);
    }

    @Test
    void m85_kills_a_silent_mk3_even_in_a_pause_and_a_marlin_only_when_it_is_idle() {
        Conversation mk3 = new Conversation(SimulatedPrinterOptions.mk3s());
        mk3.send("M85 S30", "M600").passSeconds(31);
        assertThat(mk3.heard()).contains("Error:Printer halted. kill() called!", "Inactivity Shutdown", "start");

        Conversation marlin = new Conversation(SimulatedPrinterOptions.marlin().withUserDelay(Duration.ofSeconds(60)));
        marlin.send("M85 S30", "M600").passSeconds(60);
        assertThat(marlin.heard()).noneMatch(line -> line.startsWith("Error"));
        assertThat(marlin.passSeconds(60).heard()).contains("Error:Printer halted. kill() called!");
    }

    @Test
    void an_mk3_without_a_print_cools_down_after_half_an_hour_and_waits_for_a_click() {
        Conversation host = new Conversation(SimulatedPrinterOptions.mk3s());
        host.send("M104 S200").passSeconds(1799).heard();
        assertThat(host.send("M105").heard().get(0)).contains("/200.0");

        host.passSeconds(4);
        assertThat(host.heard()).containsExactly("echo:busy: paused for user");
        assertThat(host.send("M105").heard()).as("it waits for a click").isEmpty();
        assertThat(host.does(SimulatedPrinter::press).heard().get(0)).contains("/0.0");
    }

    @Test
    void m86_sets_the_safety_timer() {
        Conversation host = new Conversation(SimulatedPrinterOptions.mk3s());
        host.send("M86 S60", "M140 S60").passSeconds(65);

        assertThat(host.heard()).contains("echo:busy: paused for user");
    }
}
