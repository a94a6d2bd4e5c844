package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.testing.Talk;

/** Several lines in flight: refused, lost, unanswered ones among them. */
class StreamerWindowTest {

    private static final StreamSettings TWO = Talk.PRUSA.with(new WindowPolicy(2, 126));
    private static final StreamSettings FOUR = Talk.PRUSA.with(new WindowPolicy(4, 126));
    private static final String[] MOVES = {"G1 X1 F6000", "G1 X2", "G1 X3", "G1 X4", "G1 X5", "G1 X6"};

    @Test
    void two_lines_are_in_flight_and_each_answer_brings_the_next() {
        Talk.printing(TWO, MOVES).sends("N1 G1 X1 F6000", "N2 G1 X2").hears("ok").sends("N3 G1 X3").hears("ok", "ok")
                .sends("N4 G1 X4", "N5 G1 X5");
    }

    @Test
    void the_bytes_unanswered_stay_within_the_receive_ring() {
        String wide = "G1 X111.111 Y111.111 Z11.111 E1111.11111 F11111";
        Talk.printing(FOUR, wide, wide, wide).sends("N1 " + wide, "N2 " + wide).hears("ok").sends("N3 " + wide);
    }

    @Test
    void a_command_that_blocks_waits_for_all_before_it_and_holds_all_behind_it() {
        Talk.printing(TWO, "G1 X1 F6000", "G1 X2", "M600", "G1 X3", "G1 X4").sends("N1 G1 X1 F6000", "N2 G1 X2")
                .hears("ok").sendsNothing().hears("ok").sends("N3 M600").hears("ok").sends("N4 G1 X3", "N5 G1 X4");
    }

    @Test
    void a_refused_line_takes_those_behind_it_along_and_each_repeat_of_the_request_is_swallowed() {
        Talk talk = Talk.printing(TWO, MOVES).sends("N1 G1 X1 F6000", "N2 G1 X2")
                .hears("Error:checksum mismatch, Last Line: 0", "Resend: 1", "ok").sendsNothing()
                .hears("Error:Line Number is not Last Line Number+1, Last Line: 0", "Resend: 1", "ok")
                .sends("N1 G1 X1 F6000").hears("ok").sends("N2 G1 X2").hears("ok").sends("N3 G1 X3");
        assertThat(talk.taken()).containsExactly("G1 X1 F6000", "G1 X2");
    }

    @Test
    void a_flush_that_took_the_lines_behind_costs_a_twentieth_of_a_second() {
        Talk.printing(TWO, MOVES).sends("N1 G1 X1 F6000", "N2 G1 X2")
                .hears("Error:checksum mismatch, Last Line: 0", "Resend: 1", "ok").sendsNothing()
                .waits(Duration.ofMillis(51)).sends("N1 G1 X1 F6000");
    }

    @Test
    void the_second_of_two_lines_refused_goes_out_again_while_the_first_is_still_at_work() {
        Talk.printing(TWO, MOVES).sends("N1 G1 X1 F6000", "N2 G1 X2")
                .hears("Error:checksum mismatch, Last Line: 1", "Resend: 2", "ok").sends("N2 G1 X2")
                .hears("ok").sendsNothing().hears("ok").sends("N3 G1 X3");
    }

    @Test
    void a_lost_line_is_named_by_the_refusal_of_the_one_behind_it() {
        Talk.printing(TWO, MOVES).sends("N1 G1 X1 F6000", "N2 G1 X2")
                .hears("Error:Line Number is not Last Line Number+1, Last Line: 0", "Resend: 1", "ok")
                .waits(Duration.ofMillis(51)).sends("N1 G1 X1 F6000").hears("ok").sends("N2 G1 X2");
    }

    @Test
    void after_a_request_one_line_is_in_flight_until_two_hundred_were_taken() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            lines.add("G1 X" + i % 9 + " F6000");
        }
        Talk talk = Talk.printing(TWO, lines.toArray(new String[0]));
        talk.hears("Error:checksum mismatch, Last Line: 1", "Resend: 2", "ok", "ok", "ok");
        for (int i = 3; i < Caution.CLEAN_LINES; i++) {
            talk.hears("ok");
        }
        talk.clear().hears("ok").sends("N201 G1 X3 F6000", "N202 G1 X4 F6000").hears("ok").sends("N203 G1 X5 F6000");
    }

    @Test
    void an_ok_that_is_lost_behind_a_stream_of_others_is_made_up_for_at_the_next_command_that_blocks() {
        Talk talk = Talk.printing(TWO, "G1 X1 F6000", "G1 X2", "G28", "G1 X3").sends("N1 G1 X1 F6000", "N2 G1 X2")
                .hears("ok").sendsNothing().waits(Duration.ofMillis(5100)).sends("\nN0 ")
                .hears("Error:Line Number is not Last Line Number+1, Last Line: 2", "Resend: 3", "ok")
                .waits(Duration.ofMillis(600)).sends("N3 G28");
        assertThat(talk.taken()).containsExactly("G1 X1 F6000", "G1 X2");
    }

    @Test
    void advanced_ok_names_the_line_and_so_the_answers_that_were_lost() {
        Talk talk = Talk.printing(Talk.MARLIN.with(new WindowPolicy(3, 126)), MOVES)
                .sends("N1 G1 X1 F6000", "N2 G1 X2", "N3 G1 X3").hears("ok N2 P15 B2").sends("N4 G1 X4", "N5 G1 X5");
        assertThat(talk.taken()).containsExactly("G1 X1 F6000", "G1 X2");
    }

    @Test
    void free_command_slots_that_the_firmware_tells_open_the_window() {
        Talk.printing(Talk.MARLIN, MOVES).sends("N1 G1 X1 F6000").hears("ok N1 P15 B3")
                .sends("N2 G1 X2", "N3 G1 X3", "N4 G1 X4");
    }

    @Test
    void an_overflow_of_the_receive_ring_is_asked_after_since_it_does_not_say_what_was_lost() {
        Talk.printing(TWO, MOVES).sends("N1 G1 X1 F6000", "N2 G1 X2").hears("Full RX Buffer").sends("\nN0 ")
                .hears("Error:Line Number is not Last Line Number+1, Last Line: 1", "Resend: 2", "ok").sends("N2 G1 X2");
    }

    @Test
    void a_runout_that_rewinds_past_both_lines_sends_all_of_them_again() {
        Talk talk = Talk.printing(TWO, MOVES).hears("ok", "ok", "ok").clear()
                .hears("echo:Move aborted", "Resend: 2", "ok", "echo:Enqueing to the front: \"M600\"")
                .waits(Duration.ofMillis(51)).sends("N2 G1 X2").hears("ok").sends("N3 G1 X3");
        assertThat(talk.taken()).containsExactly("G1 X1 F6000", "G1 X2", "G1 X3");
    }

    @Test
    void many_requests_are_told_once_and_again_only_after_it_was_better() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 900; i++) {
            lines.add("G1 X" + i % 9 + " F6000");
        }
        Talk talk = Talk.printing(Talk.PRUSA, lines.toArray(new String[0]));
        refuse(talk, 1, 30);
        assertThat(talk.events()).containsExactly(new Event.ResendsHigh(10, 20, 20));
        for (int i = 31; i <= 400; i++) {
            talk.hears("ok");
        }
        refuse(talk, 401, 450);
        assertThat(talk.events()).hasSize(2);
    }

    private static void refuse(Talk talk, int from, int to) {
        for (int i = from; i <= to; i++) {
            talk.hears("Error:checksum mismatch, Last Line: " + (i - 1), "Resend: " + i, "ok", "ok");
        }
    }
}
