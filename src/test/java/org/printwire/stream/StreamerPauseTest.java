package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Talk.MARLIN;
import static org.printwire.testing.Talk.PRUSA;
import static org.printwire.testing.Talk.PRUSA_ALIVE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.testing.Talk;

/** Pauses, people, and printers that stop: what is sent, what is told, and that it is told once. */
class StreamerPauseTest {

    @Test
    void feeding_stops_after_m601_until_the_printer_resumes_and_the_rewind_is_followed() {
        Talk talk = Talk.printing(PRUSA, "G1 X1", "M601", "G1 X2", "G1 X3");
        talk.sends("N1 G1 X1").hears("ok").sends("N2 M601")
                .hears("ok", "echo:enqueing \"M83\"", "echo:enqueing \"G1 E-1.000 F2700\"", "//action:paused")
                .sendsNothing().tells(new Event.PrintPaused(Actor.FILE, "M601"))
                .input(new Input.Resume()).sends("N3 M602")
                .hears("LCD status changed", "echo:busy: processing", "Resend: 3", "ok").sendsNothing()
                .hears("LCD status changed", "//action:resumed").tells(new Event.PrintResumed(Actor.USER))
                .hears("ok").sends("N3 M105").hears("ok T:20.0 /0.0").sends("N4 G1 X2");
        assertThat(talk.taken()).containsExactly("G1 X1", "M601");
    }

    @Test
    void lines_rolled_back_before_m601_go_out_again_but_m601_itself_does_not() {
        Talk talk = Talk.printing(PRUSA, "G1 X1", "G1 X2", "M601", "G1 X3").hears("ok", "ok", "ok", "//action:paused");
        talk.sends("N1 G1 X1", "N2 G1 X2", "N3 M601").input(new Input.Resume()).sends("N4 M602")
                .hears("Resend: 2", "ok", "//action:resumed", "ok").sends("N2 G1 X2").hears("ok")
                .sends("N3 M105").hears("ok T:20.0 /0.0").sends("N4 M105").hears("ok T:20.0 /0.0").sends("N5 G1 X3");
        assertThat(talk.taken()).containsExactly("G1 X1", "G1 X2", "M601");
    }

    @Test
    void a_printer_that_does_not_know_m601_goes_on() {
        Talk.printing(MARLIN, "M601", "G1 X2").sends("N1 M601")
                .hears("echo:Unknown command: \"M601\"", "ok").sends("N2 G1 X2").tells();
    }

    @Test
    void after_a_pause_by_the_file_no_lift_is_undone_that_was_never_made() {
        Talk.printing(MARLIN, "M25", "G1 X2").sends("N1 M25").hears("ok").tells(new Event.PrintPaused(Actor.FILE, "M25"))
                .input(new Input.Resume()).tells(new Event.PrintResumed(Actor.USER)).sends("N2 G1 X2");
    }

    @Test
    void a_pause_request_of_the_printer_is_answered_with_m601_and_told_once() {
        Talk.printing(PRUSA, "G1 X1", "G1 X2").sends("N1 G1 X1")
                .hears("//action:pause", "Hotend fan speed is lower than expected", "ok").sends("N2 M601")
                .hears("ok", "//action:paused")
                .tells(new Event.PrinterError("Hotend fan speed is lower than expected", false, null),
                        new Event.PrintPaused(Actor.PRINTER, null))
                .hears("//action:resume").sends("N3 M602");
    }

    @Test
    void a_paused_printer_keeps_its_menu_alive_by_m79() {
        Talk talk = Talk.printing(PRUSA_ALIVE, "M601", "G1 X2").hears("ok", "//action:paused");
        assertThat(talk.sent()).contains("M79 S\"PW\"");
        talk.hears("ok").sent().clear();
        talk.waits(Duration.ofSeconds(11)).sends("M79 S\"PW\"");
    }

    @Test
    void without_reports_a_pause_holds_when_its_script_was_taken() {
        Talk talk = Talk.printing(MARLIN, "G1 X1", "G1 X2").sends("N1 G1 X1").input(new Input.Pause());
        talk.hears("ok").sends("N2 G91").hears("ok").sends("N3 G1 Z5").tells().hears("ok")
                .tells(new Event.PrintPaused(Actor.USER, null)).sendsNothing()
                .input(new Input.Resume()).sends("N4 G1 Z-5").hears("ok").sends("N5 G90").hears("ok")
                .tells(new Event.PrintResumed(Actor.USER)).sends("N6 G1 X2");
    }

    @Test
    void a_colour_change_is_told_once_when_the_printer_waits_and_once_when_it_is_done() {
        Talk talk = Talk.printing(PRUSA, "M600", "G1 X2").sends("N1 M600")
                .hears("echo:busy: processing", "echo:busy: paused for user");
        for (int i = 0; i < 30; i++) {
            talk.waits(Duration.ofSeconds(2)).hears("echo:busy: paused for user", "T:215.0 /215.0 B:60.0 /60.0");
        }
        talk.hears("echo:enqueing \"M220 S100\"", "LCD status changed", "ok").sends("N2 G1 X2");
        assertThat(talk.events()).hasSize(2);
        assertThat(talk.events().get(0)).isEqualTo(new Event.ColorChangeWaiting(1, null));
        assertThat(talk.events().get(1)).isInstanceOfSatisfying(Event.ColorChangeDone.class,
                done -> assertThat(done.seconds()).isBetween(59.0, 61.0));
    }

    @Test
    void a_colour_change_is_told_even_by_a_firmware_that_never_says_busy() {
        Talk talk = Talk.printing(MARLIN, "M600", "G1 X2").sends("N1 M600").waits(Duration.ofSeconds(10)).tells();
        talk.waits(Duration.ofSeconds(6)).tells(new Event.ColorChangeWaiting(1, null)).hears("ok").sends("N2 G1 X2");
    }

    @Test
    void a_runout_is_told_apart_from_a_planned_change() {
        Talk talk = Talk.printing(PRUSA, "G28", "G1 X1", "G1 X2", "G1 X3").hears("ok", "ok")
                .sends("N1 G28", "N2 G1 X1", "N3 G1 X2")
                .hears("echo:Move aborted", "Resend: 2", "ok", "echo:Enqueing to the front: \"M600\"",
                        "echo:busy: processing", "echo:busy: paused for user", "echo:busy: paused for user");
        talk.sends("N2 G1 X1").tells(new Event.FilamentRunout()).hears("ok").sends("N3 G1 X2").hears("ok").sends("N4 G1 X3");
        assertThat(talk.taken()).containsExactly("G28", "G1 X1", "G1 X2");
    }

    @Test
    void a_wait_without_a_known_cause_is_told_once() {
        Talk talk = Talk.printing(PRUSA, "G1 X1", "G1 X2").sends("N1 G1 X1");
        for (int i = 0; i < 20; i++) {
            talk.waits(Duration.ofSeconds(2)).hears("echo:busy: paused for user");
        }
        talk.tells(new Event.UserActionNeeded("the printer waits at its knob")).sendsNothing();
    }

    @Test
    void m0_is_a_pause_of_the_file() {
        Talk.printing(PRUSA, "M0 Press the knob", "G1 X2").sends("N1 M0 Press the knob")
                .hears("LCD status changed", "echo:busy: paused for user", "echo:busy: paused for user", "ok")
                .tells(new Event.PrintPaused(Actor.FILE, "M0 Press the knob"), new Event.PrintResumed(Actor.USER))
                .sends("N2 G1 X2");
    }

    @Test
    void a_heater_fault_is_one_fatal_error_with_its_cause() {
        Talk talk = Talk.printing(PRUSA, "G1 X1", "G1 X2").sends("N1 G1 X1")
                .hears("Error:0: Heaters switched off. MINTEMP triggered!", "//action:cancel",
                        "Error:Printer stopped due to errors. Supervision required.", "echo:busy: paused for user")
                .waits(Duration.ofSeconds(3)).sendsNothing();
        assertThat(talk.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(FailReason.PRINTER_ERROR);
            assertThat(failed.detail()).contains("MINTEMP");
        });
        List<Event> errors = new ArrayList<>(talk.events());
        errors.removeIf(event -> !(event instanceof Event.PrinterError));
        assertThat(errors).hasSize(1);
    }

    @Test
    void a_cancel_stops_feeding_and_switches_off_what_is_hot() {
        Talk.printing(PRUSA, "G1 X1", "G1 X2").sends("N1 G1 X1").input(new Input.Cancel()).sendsNothing()
                .hears("ok").sends("N2 M603").hears("//action:cancel", "ok").sends("N3 M104 S0").hears("ok")
                .ends(new Outcome.Cancelled(Actor.USER)).sendsNothing();
    }

    @Test
    void a_cancel_breaks_a_heating_wait_where_the_firmware_can() {
        Talk.printing(MARLIN, "M109 S200", "G1 X2").sends("N1 M109 S200").input(new Input.Cancel()).sends("M108");
    }

    @Test
    void a_cancel_that_has_to_wait_for_a_knob_says_so() {
        Talk talk = Talk.printing(PRUSA, "M600", "G1 X2").sends("N1 M600").input(new Input.Cancel()).sendsNothing();
        assertThat(talk.events()).singleElement().isInstanceOfSatisfying(Event.Notice.class,
                notice -> assertThat(notice.text()).contains("M600").contains("knob"));
    }

    @Test
    void a_printer_that_takes_no_lines_is_told_at_least_to_switch_its_heaters_off() {
        Talk talk = Talk.printing(PRUSA, "G1 X1").waits(Duration.ofMinutes(2));
        assertThat(talk.sent()).endsWith("\nM104 S0", "\nM140 S0");
    }

    @Test
    void an_emergency_stop_goes_out_at_once() {
        Talk.printing(PRUSA, "G28").sends("N1 G28").input(new Input.EmergencyStop()).sends("\nM112")
                .ends(new Outcome.Cancelled(Actor.USER));
    }

    @Test
    void a_pause_command_for_the_host_is_not_sent() {
        Talk.printing(PRUSA, "G1 X1", "@pause", "G1 X2").sends("N1 G1 X1").hears("ok").sends("N2 M601")
                .hears("ok", "//action:paused").tells(new Event.PrintPaused(Actor.FILE, "@pause"));
    }
}
