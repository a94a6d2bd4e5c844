package org.printwire.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the firmware does when a host has several lines unanswered. */
class ManyLinesTest {
    private static final SimulatedPrinterOptions MK3S = SimulatedPrinterOptions.mk3s();

    private static String frames(int first, int last) {
        StringBuilder all = new StringBuilder();
        for (int i = first; i <= last; i++) {
            all.append(Conversation.frame(i, "G1 X" + i));
        }
        return all.toString();
    }

    @Test
    void at_a_baud_rate_only_what_came_while_the_error_was_told_is_flushed_and_each_later_line_is_refused_again() {
        Conversation host = new Conversation(MK3S.withBaud(115200));
        host.raw("N1 G1 X1*0\n" + frames(2, 9)).passSeconds(1);
        List<String> heard = host.heard();

        assertThat(heard.subList(0, 3)).containsExactly("Error:checksum mismatch, Last Line: 0", "Resend: 1", "ok");
        assertThat(heard.stream().filter("Resend: 1"::equals).count()).isEqualTo(2);
        assertThat(host.printer.executed()).isEmpty();
    }

    @Test
    void lines_before_a_refused_one_are_confirmed_after_its_resend() {
        Conversation host = new Conversation(MK3S.withBaud(115200));
        host.raw(Conversation.frame(1, "G4 P100") + "N2 G1 X1*0\n").passSeconds(1);

        assertThat(host.answers()).containsExactly("Error:checksum mismatch, Last Line: 1", "Resend: 2", "ok", "ok");
    }

    @Test
    void of_two_lines_that_a_spoiled_line_end_made_one_mk3_takes_the_first_and_marlin_none() {
        String both = Conversation.frame(1, "G1 X1").replace('\n', '?') + Conversation.frame(2, "G1 X2");
        Conversation mk3 = new Conversation(MK3S);
        assertThat(mk3.raw(both).heard()).containsExactly("ok");
        assertThat(mk3.numbered(3, "G1 X3").heard()).startsWith("Error:Line Number is not Last Line Number+1, Last Line: 1");

        Conversation marlin = new Conversation(SimulatedPrinterOptions.marlin());
        assertThat(marlin.raw(both).heard()).containsExactly("Error:checksum mismatch, Last Line: 0", "Resend: 1", "ok");
    }

    @Test
    void a_semicolon_in_a_line_takes_the_next_line_with_it_on_mk3() {
        Conversation host = new Conversation(MK3S);
        host.raw("N1 G1 ;X1*88\n" + Conversation.frame(1, "G1 X1"));
        assertThat(host.heard()).isEmpty();

        assertThat(host.numbered(1, "G1 X1").heard()).containsExactly("ok");
    }

    @Test
    void a_firmware_that_talks_does_not_read_so_that_the_ring_can_fill() {
        Conversation host = new Conversation(MK3S.withBaud(115200));
        host.raw("M115\n".repeat(2) + "M106\n".repeat(60)).passSeconds(2);

        assertThat(host.heard()).contains("Full RX Buffer");
    }

    @Test
    void the_ring_is_flushed_when_full_even_while_nothing_is_read_after_a_crash() {
        Conversation host = new Conversation(MK3S);
        host.numbered(1, "G1 X60 F3600", "G1 X0").passSeconds(0.5).does(SimulatedPrinter::crash).passSeconds(1).heard();
        host.raw("M105\n".repeat(30)).passSeconds(1);

        assertThat(host.heard()).contains("Full RX Buffer");
    }

    @Test
    void a_command_without_a_number_in_the_buffer_makes_mk3_ask_for_a_line_too_many_after_a_crash() {
        Conversation host = new Conversation(MK3S);
        host.numbered(1, "G1 X60 F3600", "G1 X0");
        host.numbered(3, "M400").send("M105").passSeconds(1.5).does(SimulatedPrinter::crash).passSeconds(60);

        assertThat(host.answers()).as("line 1 is made, 2 and 3 are not").contains("Resend: 1");
    }

    @Test
    void marlin_with_advanced_ok_tells_line_and_free_places() {
        Conversation host = new Conversation(SimulatedPrinterOptions.marlin().withAdvancedOk(true));
        host.numbered(11, "M110 N11");
        assertThat(host.heard()).containsExactly("ok N11 P15 B3");

        host.raw(Conversation.frame(12, "G1 X60 F600") + Conversation.frame(13, "G4 S1") + "M106\nM107\n").passSeconds(9);
        assertThat(host.answers()).containsExactly("ok N12 P14 B3", "ok N13 P15 B1", "ok P15 B2", "ok P15 B3");
    }
}
