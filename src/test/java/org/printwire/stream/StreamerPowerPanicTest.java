package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.testing.Talk;

/** The mains fail and come back; what MK3 3.14 says is from the recording, with fewer lines. */
class StreamerPowerPanicTest {

    private static final StreamSettings TWO = Talk.PRUSA_ALIVE.with(new WindowPolicy(2, 126));

    @Test
    void a_print_goes_on_by_itself_behind_the_last_line_that_was_executed() {
        Talk talk = failed();
        talk.hears("start", "echo: 3.14.0-BETA1+8052_0c9bf5d43", "echo:enqueing \"M110 N3\"", "echo:enqueing \"PRUSA uvlo\"",
                "echo:busy: processing").clear().hears("//action:paused").sends("M79 S\"PW\"")
                .tells(new Event.PrintPaused(Actor.PRINTER, null))
                .hears("//action:uvlo_auto_recovery_ready", "ok").sends("M602")
                .hears("Resend: 3", "ok", "//action:resumed", "ok").tells(new Event.PrintResumed(Actor.PRINTER))
                .sends("N3 M105").hears("ok T:200.0 /200.0").sends("N4 G1 X4").hears("ok")
                .sends("N5 G1 X5").hears("ok").sends("N6 G1 X6");
        assertThat(talk.taken()).containsExactly("G1 X1 F6000", "G1 X2", "G1 X3", "G1 X4", "G1 X5");
    }

    @Test
    void nothing_is_sent_and_no_silence_is_a_fault_while_the_power_is_out() {
        failed().waits(Duration.ofHours(3)).sendsNothing();
    }

    @Test
    void a_bed_that_has_cooled_asks_for_a_person_once() {
        Talk talk = failed();
        talk.hears("start", "echo:enqueing \"M110 N3\"", "//action:paused").clear()
                .tells(new Event.PrintPaused(Actor.PRINTER, null)).hears("//action:uvlo_recovery_ready", "ok",
                        "//action:uvlo_recovery_ready", "ok");
        assertThat(talk.events()).singleElement().isInstanceOf(Event.UserActionNeeded.class);
        talk.sendsNothing().input(new Input.Resume()).sends("M602");
    }

    @Test
    void what_the_printer_said_while_nobody_could_hear_it_is_asked_for() {
        failed().input(new Input.PortLost()).waits(Duration.ofMinutes(1)).sendsNothing().input(new Input.PortBack())
                .sends("\nM79 S\"PW\"").waits(Duration.ofSeconds(11)).sends("\nM79 S\"PW\"")
                .hears("//action:uvlo_auto_recovery_ready", "ok").sends("M602");
    }

    @Test
    void a_request_to_go_on_that_gets_lost_is_made_again() {
        failed().hears("start", "echo:enqueing \"M110 N3\"", "//action:paused").clear()
                .hears("//action:uvlo_auto_recovery_ready", "ok").sends("M602").waits(Duration.ofSeconds(11)).sends("M602");
    }

    @Test
    void whoever_cancels_now_does_not_wait_for_the_power() {
        assertThat(failed().input(new Input.Cancel()).outcome()).isEqualTo(new Outcome.Cancelled(Actor.USER));
    }

    @Test
    void a_printer_that_had_nothing_to_recover_has_lost_the_print() {
        Talk talk = failed().hears("start", "echo: 3.14.0-BETA1+8052_0c9bf5d43").sends("\nM79 S\"PW\"").hears("ok")
                .waits(Duration.ofSeconds(11)).hears("ok").waits(Duration.ofSeconds(11)).hears("ok");
        assertThat(talk.outcome()).isInstanceOfSatisfying(Outcome.Failed.class,
                failed -> assertThat(failed.reason()).isEqualTo(Event.FailReason.PRINTER_RESET));
    }

    /** Five lines are taken, two are in flight. */
    private static Talk failed() {
        return Talk.printing(TWO, "G1 X1 F6000", "G1 X2", "G1 X3", "G1 X4", "G1 X5", "G1 X6", "G1 X7")
                .hears("echo:busy: processing", "ok", "ok", "ok", "ok", "ok").clear().hears("INT4", "ok", "UVLO - end 163")
                .tells(new Event.PowerFailed());
    }
}
