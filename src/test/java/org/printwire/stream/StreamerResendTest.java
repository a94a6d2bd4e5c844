package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Talk.MARLIN;
import static org.printwire.testing.Talk.PRUSA;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event.FailReason;
import org.printwire.testing.Talk;

/** Refused, lost, doubled and late lines and answers: each line is taken once, in order. */
class StreamerResendTest {

    @Test
    void a_job_is_numbered_from_one_and_ends_with_m400_and_a_proof() {
        Talk talk = Talk.printing(PRUSA, "G28", "G1 X1");
        talk.sends("N1 G28").hears("ok").sends("N2 G1 X1").hears("ok")
                .sends("N3 M400").hears("ok").sends("N4 M105").hears("ok T:20.0 /0.0 B:20.0 /0.0")
                .ends(new Outcome.Done());
        assertThat(talk.taken()).containsExactly("G28", "G1 X1");
    }

    @Test
    void a_refused_line_goes_out_again_after_the_ok_that_follows_the_request() {
        Talk.printing(PRUSA, "G28", "G1 X1").sends("N1 G28")
                .hears("Error:checksum mismatch, Last Line: 0", "Resend: 1").sendsNothing()
                .hears("ok").sends("N1 G28").hears("ok").sends("N2 G1 X1");
    }

    @Test
    void a_request_without_an_ok_is_acted_on_after_half_a_second() {
        Talk.printing(MARLIN, "G28", "G1 X1").sends("N1 G28")
                .hears("Error:checksum mismatch, Last Line: 0", "Resend: 1").waits(Duration.ofMillis(400)).sendsNothing()
                .waits(Duration.ofMillis(200)).sends("N1 G28");
    }

    @Test
    void the_refusal_alone_tells_the_line_when_the_request_is_garbled() {
        Talk.printing(PRUSA, "G28", "G1 X1").sends("N1 G28")
                .hears("Error:checksum mismatch, Last Line: 0", "Re\u00e9e.d: 1", "ok").sends("N1 G28");
    }

    @Test
    void a_request_sent_twice_with_two_oks_sends_the_line_once_and_never_runs_ahead() {
        Talk.printing(MARLIN, "G1 X1", "G1 X2", "G1 X3").sends("N1 G1 X1")
                .hears("Error:checksum mismatch, Last Line: 0", "Resend: 1", "ok").sends("N1 G1 X1")
                .hears("Resend: 1", "ok").sendsNothing()
                .hears("ok").sends("N2 G1 X2");
    }

    @Test
    void an_ok_that_is_lost_costs_one_probe_and_no_line() {
        Talk talk = Talk.printing(PRUSA, "G1 X1", "G1 X2").sends("N1 G1 X1").waits(Duration.ofMillis(5100))
                .sends("\nN0 ")
                .hears("Error:Line Number is not Last Line Number+1, Last Line: 1", "Resend: 2", "ok").sendsNothing()
                .waits(Duration.ofMillis(700)).sends("N2 G1 X2");
        assertThat(talk.taken()).containsExactly("G1 X1");
    }

    @Test
    void a_line_that_is_lost_goes_out_again_as_soon_as_the_probe_is_answered() {
        Talk.printing(PRUSA, "G1 X1", "G1 X2").sends("N1 G1 X1").waits(Duration.ofMillis(5100)).sends("\nN0 ")
                .hears("Error:Line Number is not Last Line Number+1, Last Line: 0", "Resend: 1", "ok")
                .sends("N1 G1 X1");
    }

    @Test
    void the_lost_ok_of_a_long_command_is_noticed_when_the_busy_lines_stop() {
        String accepted = "Error:Line Number is not Last Line Number+1, Last Line: 1";
        Talk.printing(PRUSA, "G28", "G1 X2").sends("N1 G28").hears("echo:busy: processing")
                .waits(Duration.ofSeconds(11)).sends("\nN0 ").hears(accepted, "Resend: 2", "ok").sendsNothing()
                .waits(Duration.ofSeconds(11)).sends("\nN0 ").hears(accepted, "Resend: 2", "ok").sends("N2 G1 X2");
    }

    @Test
    void after_a_probe_nothing_goes_out_until_it_is_answered() {
        Talk.printing(PRUSA, "G1 X1", "G1 X2", "G1 X3").sends("N1 G1 X1").waits(Duration.ofMillis(5100))
                .sends("\nN0 ").hears("ok").sendsNothing()
                .hears("Error:Line Number is not Last Line Number+1, Last Line: 1", "Resend: 2", "ok").sends("N2 G1 X2");
    }

    @Test
    void a_probe_that_got_lost_holds_up_nothing_for_long() {
        Talk.printing(PRUSA, "G1 X1", "G1 X2", "G1 X3").sends("N1 G1 X1").waits(Duration.ofMillis(5100))
                .sends("\nN0 ").hears("ok").sendsNothing().waits(Duration.ofMillis(1100)).sends("N2 G1 X2");
    }

    @Test
    void a_line_flushed_together_with_a_stale_copy_goes_out_again_after_a_short_wait() {
        Talk.printing(PRUSA, "G1 X1", "G1 X2", "G1 X3").sends("N1 G1 X1").hears("ok").sends("N2 G1 X2")
                .hears("Error:Line Number is not Last Line Number+1, Last Line: 1", "Resend: 2", "ok").sendsNothing()
                .waits(Duration.ofSeconds(1)).sends("\nN2 G1 X2");
    }

    @Test
    void lost_bytes_that_the_printer_reports_bring_the_line_again_at_once() {
        Talk.printing(PRUSA, "G1 X1").sends("N1 G1 X1").hears("RX timeout").sends("\nN1 G1 X1");
    }

    @Test
    void an_impossible_number_is_not_obeyed_but_asked_for_again() {
        Talk.printing(PRUSA, "G1 X1", "G1 X2").sends("N1 G1 X1")
                .hears("Error:checksum mismatch, Last Line: 0", "Resend: 99441", "ok").sends("\nN1 G1 X1");
    }

    @Test
    void a_request_that_contradicts_its_error_is_not_obeyed() {
        Talk.printing(PRUSA, "G28", "G1 X1", "G1 X2").hears("ok", "ok").clear()
                .hears("Error:Line Number is not Last Line Number+1, Last Line: 2", "Resend: 1", "ok").sends("\nN3 G1 X2");
    }

    @Test
    void a_garbled_error_next_to_a_request_does_not_end_the_print() {
        Talk talk = Talk.printing(PRUSA, "G1 X1", "G1 X2").sends("N1 G1 X1")
                .hears("Error:c:ecksum m\u00f1smatch, Lbst Line: 0", "Resend: 1", "ok").sends("N1 G1 X1")
                .waits(Duration.ofSeconds(3)).hears("ok").sends("N2 G1 X2");
        assertThat(talk.events()).isEmpty();
    }

    @Test
    void surplus_oks_do_not_let_the_job_end_before_the_last_move() {
        Talk talk = Talk.printing(PRUSA, "G1 X1").hears("ok", "ok");
        assertThat(talk.outcome()).isNull();
        talk.hears("ok", "ok", "ok", "ok");
        assertThat(talk.outcome()).as("M105 is not answered yet").isNull();
        talk.hears("ok T:20.0 /0.0").ends(new Outcome.Done());
    }

    @Test
    void a_printer_that_falls_silent_is_probed_and_then_given_up_with_the_line_named() {
        Talk talk = Talk.printing(PRUSA, "G1 X1").waits(Duration.ofMinutes(2));
        assertThat(talk.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(FailReason.NO_ANSWER);
            assertThat(failed.detail()).contains("silent").contains("line 1 \"G1 X1\"");
        });
    }

    @Test
    void the_same_line_asked_for_without_end_fails_the_job() {
        Talk talk = Talk.printing(PRUSA, "G1 X1");
        for (int i = 0; i < 50; i++) {
            talk.hears("Error:checksum mismatch, Last Line: 0", "Resend: 1", "ok");
        }
        assertThat(talk.outcome()).isInstanceOfSatisfying(Outcome.Failed.class,
                failed -> assertThat(failed.reason()).isEqualTo(FailReason.RESEND_LOOP));
    }

    @Test
    void a_start_banner_in_the_middle_of_a_print_fails_it_at_once() {
        Talk talk = Talk.printing(PRUSA, "G1 X1", "G1 X2").hears("start");
        assertThat(talk.outcome()).isInstanceOfSatisfying(Outcome.Failed.class,
                failed -> assertThat(failed.reason()).isEqualTo(FailReason.PRINTER_RESET));
        talk.sends("N1 G1 X1").hears("ok").sendsNothing();
    }

    @Test
    void a_printer_that_wants_the_first_line_again_has_restarted_even_if_its_banner_was_garbled() {
        Talk talk = Talk.printing(PRUSA, "G28", "G1 X1", "G1 X2").hears("ok", "ok").sends("N1 G28", "N2 G1 X1", "N3 G1 X2")
                .hears("st\u00e4rt", "Error:Line Number is not Last Line Number+1, Last Line: 0", "Resend: 1", "ok")
                .sends("\nN3 G1 X2")
                .hears("Error:Line Number is not Last Line Number+1, Last Line: 0", "Resend: 1", "ok").sendsNothing();
        assertThat(talk.outcome()).isInstanceOfSatisfying(Outcome.Failed.class,
                failed -> assertThat(failed.reason()).isEqualTo(FailReason.PRINTER_RESET));
    }

    @Test
    void a_long_command_is_never_probed_while_busy_lines_come() {
        Talk talk = Talk.printing(PRUSA, "G28", "G1 X1").sends("N1 G28");
        for (int i = 0; i < 100; i++) {
            talk.waits(Duration.ofSeconds(2)).hears("echo:busy: processing");
        }
        talk.sendsNothing().hears("ok").sends("N2 G1 X1");
    }

    @Test
    void a_long_command_is_probed_when_the_busy_lines_stop() {
        Talk.printing(PRUSA, "G28", "G1 X1").sends("N1 G28").hears("echo:busy: processing")
                .waits(Duration.ofSeconds(11)).sends("\nN0 ");
    }

    @Test
    void a_line_number_command_of_the_file_does_not_touch_the_count() {
        Talk.printing(PRUSA, "G1 X1", "M110 N7", "G1 X2").sends("N1 G1 X1").hears("ok").sends("N2 M105")
                .hears("ok T:20.0 /0.0").sends("N3 G1 X2");
    }
}
