package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;
import org.printwire.marlin.ReplyParser;

/** From an opened port to a printer that is known. */
class ConnectorTest {

    private final Connector connector = new Connector(Duration.ofSeconds(20));
    private final List<String> sent = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Action.Ready ready;
    private Outcome.Failed failed;
    private long nanos = 1;

    ConnectorTest() {
        connector.opened(nanos);
    }

    @Test
    void a_board_that_does_not_reset_is_asked_at_once_and_then_known() {
        waits(500);
        sends("N0 M110 N0");
        hears("ok");
        sends("N0 M110 N0");
        hears("ok");
        sends("N1 M115");
        hears("FIRMWARE_NAME:Prusa-Firmware 3.14.0 MACHINE_TYPE:Prusa i3 MK3S EXTRUDER_COUNT:1Cap:AUTOREPORT_TEMP:1",
                "Cap:EXTENDED_M20:1", "ok");
        sends("N2 M105");
        hears("ok T:20.0 /0.0 B:20.0 /0.0");
        sends("N3 M155 S2");
        hears("ok");
        waits(300);
        assertThat(ready.firmware().machine()).isEqualTo("Prusa i3 MK3S");
        assertThat(ready.capabilities()).containsEntry("AUTOREPORT_TEMP", true).containsEntry("EXTENDED_M20", true);
        assertThat(ready.temperaturesInOk()).isTrue();
    }

    @Test
    void after_a_reset_nothing_is_sent_until_the_banner_is_over() {
        waits(100);
        hears("start");
        waits(1000);
        hears("echo: 3.14.0-BETA1+8052", "PowerUp", "echo:Free Memory: 2445  PlannerBufferBytes: 1760");
        waits(300);
        hears("echo:SD init fail");
        waits(350);
        sends();
        waits(500);
        sends("N0 M110 N0");
    }

    @Test
    void a_greeting_that_is_refused_or_lost_goes_out_again() {
        waits(500);
        hears("Error:checksum mismatch, Last Line: 0", "Resend: 1", "ok");
        waits(2100);
        sends("N0 M110 N0", "N0 M110 N0", "N0 M110 N0");
    }

    @Test
    void a_printer_that_takes_long_to_wake_has_the_same_time_again_to_say_who_it_is() {
        waits(19_000);
        hears("ok");
        waits(500);
        hears("ok");
        waits(10_000);
        assertThat(failed).isNull();
        waits(60_000);
        assertThat(failed.reason()).isEqualTo(FailReason.NO_ANSWER);
        assertThat(failed.detail()).doesNotContain("does not answer M110").contains("M115");
    }

    @Test
    void silence_is_told_as_silence() {
        waits(21_000);
        assertThat(failed.reason()).isEqualTo(FailReason.NO_ANSWER);
        assertThat(failed.detail()).contains("silent").contains("switched on");
    }

    @Test
    void noise_points_to_the_baud_rate() {
        for (int i = 0; i < 30; i++) {
            waits(500);
            hears("\u00fe\u0080\u00f8x\u0086", "\u0081\u0090");
        }
        waits(10_000);
        assertThat(failed.detail()).contains("noise").contains("--baud auto");
    }

    @Test
    void a_printer_that_waits_at_its_knob_after_a_reset_is_told_once_and_waited_for() {
        hears("start", "echo:busy: paused for user");
        for (int i = 0; i < 60; i++) {
            waits(2000);
            hears("echo:busy: paused for user");
        }
        assertThat(failed).isNull();
        assertThat(events).containsExactly(
                new Event.UserActionNeeded("the printer shows a message and waits at its knob"));
    }

    /** Prusa MK3 3.14, recorded: prusa-crash-fan-mintemp-m112.txt. */
    @Test
    void a_printer_that_stops_while_it_is_asked_ends_it_at_once_in_the_firmwares_words() {
        waits(500);
        hears("ok", "Error:0: Heaters switched off. MINTEMP triggered!", "//action:cancel",
                "Error:Printer stopped due to errors. Supervision required.");
        assertThat(failed).isEqualTo(new Outcome.Failed(FailReason.PRINTER_ERROR, "the printer has stopped: "
                + "0: Heaters switched off. MINTEMP triggered! - Printer stopped due to errors. Supervision required."));
        hears("echo:busy: paused for user");
        assertThat(events).containsExactly(new Event.PrinterError("0: Heaters switched off. MINTEMP triggered! - Printer"
                + " stopped due to errors. Supervision required.", true, "0: Heaters switched off. MINTEMP triggered!"));
    }

    @Test
    void so_it_does_while_it_boots_and_where_the_rest_of_the_error_never_comes() {
        hears("start", "echo: 3.14.0-BETA1+8052", "Error:0: Heaters switched off. MAXTEMP triggered!",
                "echo:busy: paused for user");
        waits(2100);
        assertThat(failed.reason()).isEqualTo(FailReason.PRINTER_ERROR);
        assertThat(failed.detail()).isEqualTo("the printer has stopped: 0: Heaters switched off. MAXTEMP triggered!");
        assertThat(events).doesNotHaveAnyElementsOfTypes(Event.UserActionNeeded.class);
    }

    @Test
    void what_a_printer_said_before_the_opening_of_the_port_reset_it_is_history() {
        hears("Error:MINTEMP triggered, system stopped! Heater_ID: 0", "Error:Printer halted. kill() called!");
        waits(200);
        hears("start", "echo: 3.14.0-BETA1+8052");
        waits(3000);
        assertThat(failed).isNull();
        assertThat(events).isEmpty();
        sends("N0 M110 N0");
    }

    @Test
    void a_halted_printer_that_no_opening_resets_is_not_asked_twenty_seconds_long() {
        hears("Error:MINTEMP triggered, system stopped! Heater_ID: 0", "Error:Printer halted. kill() called!");
        waits(500);
        sends();
        assertThat(failed.detail()).isEqualTo("the printer has stopped: MINTEMP triggered, system stopped! Heater_ID: 0"
                + " - Printer halted. kill() called!");
    }

    @Test
    void a_refused_greeting_is_no_error_of_the_machine() {
        waits(500);
        hears("Error:checksum mismatch, Last Line: 0", "Error:something nobody knows", "Resend: 1", "ok");
        waits(2500);
        assertThat(failed).isNull();
    }

    @Test
    void a_reset_while_it_is_asked_begins_all_over() {
        waits(500);
        hears("ok", "ok", "start");
        sent.clear();
        assertThat(events).containsExactly(new Event.PrinterReset(false));
        waits(1600);
        sends("N0 M110 N0");
    }

    private void hears(String... lines) {
        for (String line : lines) {
            note(connector.on(new Input.Received(ReplyParser.parse(line), line), nanos));
        }
    }

    private void waits(long millis) {
        long end = nanos + Duration.ofMillis(millis).toNanos();
        while (nanos < end) {
            nanos = Math.min(end, Math.max(nanos + 1_000_000, connector.deadline()));
            note(connector.on(new Input.Tick(), nanos));
        }
    }

    private void sends(String... lines) {
        assertThat(sent).containsExactly(lines);
        sent.clear();
    }

    private void note(List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof Action.Send send) {
                sent.add("N" + send.frame().number() + " " + send.frame().command());
            } else if (action instanceof Action.Publish publish) {
                events.add(publish.event());
            } else if (action instanceof Action.Ready known) {
                ready = known;
            } else if (action instanceof Action.Ended ended) {
                failed = (Outcome.Failed) ended.outcome();
            }
        }
    }
}
