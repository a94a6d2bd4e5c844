package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.PrintState;
import org.printwire.marlin.ReplyParser;
import org.printwire.testing.Talk;

/** A printer that was found in the middle of a job is looked at before the file goes on. */
class ReunionTest {

    private static final String FIRMWARE = "FIRMWARE_NAME:Prusa-Firmware 3.14 MACHINE_TYPE:Prusa i3 MK3S UUID:1234";
    private static final Event.FirmwareIdentified KNOWN =
            new Event.FirmwareIdentified("Prusa-Firmware 3.14", "Prusa i3 MK3S", "prusa-mk3s", Map.of());

    private final Streamer streamer = new Streamer(Talk.PRUSA, true);
    private final List<Action> done = new ArrayList<>();

    @Test
    void the_same_printer_goes_on_at_the_next_line_and_an_ok_owed_to_the_dead_host_does_no_harm() {
        rejoin(3);
        hears("ok");
        assertThat(sent()).containsExactly("N4 M105");
        hears("ok T:215.0 /215.0 B:60.0 /60.0", FIRMWARE, "ok");
        assertThat(sent()).containsExactly("N4 M105", "N5 M115", "N6 G1 X3");
        assertThat(done).contains(new Action.Publish(KNOWN), new Action.Publish(new Event.PrintResumed(Actor.HOST)));
    }

    @Test
    void what_a_safety_timer_has_cut_is_heated_before_the_file_goes_on() {
        rejoin(3);
        hears("ok T:40.0 /0.0 B:30.0 /0.0", FIRMWARE, "ok", "ok", "ok", "ok");
        assertThat(sent()).containsExactly("N4 M105", "N5 M115", "N6 M140 S60", "N7 M104 S215", "N8 M190 S60", "N9 M109 S215");
        hears("ok");
        assertThat(sent()).endsWith("N10 G1 X3");
    }

    @Test
    void another_printer_is_asked_again_and_then_left_alone() {
        rejoin(3);
        for (int i = 0; i < 4; i++) {
            hears("ok T:215.0 /215.0 B:60.0 /60.0", FIRMWARE.replace("1234", "5678"), "ok");
        }
        assertThat(done).filteredOn(Action.Ended.class::isInstance).containsExactly(new Action.Ended(new Outcome.Failed(
                FailReason.CONNECTION_LOST, "the printer at this port is not that of the job: its UUID is 5678, and the job"
                        + " was begun on 1234")));
        assertThat(sent()).allMatch(line -> line.endsWith("M105") || line.endsWith("M115"));
    }

    @Test
    void a_damaged_letter_makes_no_other_printer() {
        rejoin(3);
        hears("ok T:215.0 /215.0 B:60.0 /60.0", FIRMWARE.replace("MK3S", "MK3Q"), "ok");
        assertThat(sent()).endsWith("N6 G1 X3");
    }

    @Test
    void nor_does_a_damaged_colon_behind_a_value() {
        rejoin(3);
        hears("ok T:215.0 /215.0 B:60.0 /60.0", FIRMWARE.replace("MK3S", "MK3S EXTRUDER_COUNT;1"), "ok");
        assertThat(sent()).endsWith("N6 G1 X3");
    }

    @Test
    void another_number_of_the_model_does() {
        rejoin(3);
        hears("ok T:215.0 /215.0 B:60.0 /60.0", FIRMWARE.replace("MK3S", "MK2S"), "ok");
        assertThat(sent()).endsWith("N6 M105");
    }

    @Test
    void a_garbled_answer_is_asked_for_again() {
        rejoin(3);
        hears("ok T:215.0 /215.0 B:60.0 /60.0", FIRMWARE.replace("MK3S", "MK?"), "ok", "ok T:215.0 /215.0 B:60.0 /60.0",
                FIRMWARE, "ok");
        assertThat(sent()).endsWith("N8 G1 X3");
    }

    @Test
    void what_belongs_at_the_end_of_a_job_is_sent_by_the_host_that_ends_it() {
        rejoin(4);
        hears("ok T:215.0 /215.0 B:60.0 /60.0", FIRMWARE, "ok", "ok", "ok", "ok", "ok T:215.0 /215.0 B:60.0 /60.0");
        assertThat(sent()).endsWith("N7 G1 X4", "N8 M400", "N9 M86 S1800", "N10 M105");
    }

    private void rejoin(long taken) {
        List<GcodeLine> file = new ArrayList<>();
        List<String> texts = List.of("M140 S60", "M104 S215", "G1 X2", "G1 X3", "G1 X4");
        texts.forEach(text -> file.add(new GcodeLine(file.size(), file.size() + 1, 0, text)));
        Retrace retrace = new Retrace(List.of(), taken, 95, new PrintState(false));
        int rest = 0;
        while (retrace.add(file.get(rest))) {
            rest++;
        }
        retrace.finish();
        input(new Input.Feed(file.subList(rest, file.size()), true));
        input(new Input.Rejoin(retrace, false, Map.of(), new KnownPrinter(KNOWN, "1234"), List.of("M86 S1800")));
    }

    private List<String> sent() {
        return done.stream().filter(Action.Send.class::isInstance).map(Action.Send.class::cast)
                .map(send -> "N" + send.frame().number() + " " + send.frame().command()).toList();
    }

    private void hears(String... lines) {
        for (String line : lines) {
            input(new Input.Received(ReplyParser.parse(line), line));
        }
    }

    private void input(Input input) {
        done.addAll(streamer.on(input, 1_000_000_000L));
    }
}
