package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.ProgressSource;
import org.printwire.event.Event.Temperature;

class ProgressTextTest {

    private final ProgressText text = new ProgressText();

    @Test
    void the_whole_line_has_percent_bar_layer_height_time_left_with_its_source_and_temperatures() {
        midway();
        assertThat(text.line(120)).isEqualTo("42% [########------------]  layer 12/100 Z 2.40"
                + "  1 h 12 min left (slicer)  nozzle 215/215 bed 60/60");
    }

    @Test
    void on_eighty_columns_the_bar_goes_first() {
        midway();
        assertThat(text.line(80)).isEqualTo(
                "42%  layer 12/100 Z 2.40  1 h 12 min left (slicer)  nozzle 215/215 bed 60/60");
    }

    @Test
    void the_clock_time_of_the_end_stands_with_the_time_left_while_the_print_waits_for_nobody() {
        midway();
        text.until("18:42");
        assertThat(text.line(120)).contains("  1 h 12 min left, done 18:42 (slicer)  ");
        assertThat(text.line(79)).isEqualTo(
                "42%  layer 12/100 Z 2.40  1 h 12 min left, done 18:42  nozzle 215/215 bed 60/60");
        text.on(new Event.PrintPaused(Actor.USER, null));
        assertThat(text.line(120)).doesNotContain("18:42");
    }

    @Test
    void a_pause_is_told_until_it_is_resumed_even_if_the_printer_moves_to_its_parking_place() {
        midway();
        text.on(new Event.PrintPaused(Actor.FILE, "M601"));
        text.on(new Event.ZChanged(22.4, 2.4));
        assertThat(text.line(200)).endsWith("paused (M601)");
        text.on(new Event.PrintResumed(Actor.USER));
        assertThat(text.line(200)).doesNotContain("paused");
    }

    @Test
    void a_wait_for_the_knob_is_over_when_the_print_moves_on() {
        text.on(new Event.UserActionNeeded("M0 in the file"));
        assertThat(text.line(80)).endsWith("M0 in the file");
        text.on(new Event.LayerChanged(13, 100, 2.6));
        assertThat(text.line(80)).doesNotContain("M0");
    }

    @Test
    void a_colour_change_says_which_colour() {
        text.on(new Event.ColorChangeWaiting(1, "#FF0000"));
        assertThat(text.line(80)).endsWith("change the filament to #FF0000");
        text.on(new Event.ColorChangeDone(1, 30));
        assertThat(text.line(80)).doesNotContain("change");
    }

    @Test
    void sensors_that_are_not_heated_are_left_out_but_for_the_first_tool_and_the_bed() {
        Map<String, Temperature> sensors = new LinkedHashMap<>();
        sensors.put("tool0", new Temperature(24.6, 0.0));
        sensors.put("tool1", new Temperature(24.6, 0.0));
        sensors.put("bed", new Temperature(22.2, null));
        sensors.put("A", new Temperature(30.1, null));
        sensors.put("chamber", new Temperature(31.0, 40.0));
        text.on(new Event.TemperaturesReported(sensors));
        assertThat(text.line(200)).endsWith("nozzle 25 bed 22 chamber 31/40");
    }

    @Test
    void control_characters_from_the_printer_never_reach_the_terminal() {
        text.on(new Event.UserActionNeeded("load\u001b[2Jit\r"));
        assertThat(text.line(200)).endsWith("load [2Jit");
    }

    @Test
    void events_that_change_nothing_to_be_seen_say_so() {
        assertThat(text.on(new Event.PositionReported(0, 0, 0, 0))).isFalse();
        assertThat(text.on(new Event.ZChanged(0.2, null))).isTrue();
    }

    @Property
    void no_line_is_wider_than_the_terminal(@ForAll @IntRange(min = 0, max = 130) int width) {
        ProgressText full = new ProgressText();
        midway(full);
        full.on(new Event.ColorChangeWaiting(2, "a colour with a rather long name, as slicers write them"));
        assertThat(full.line(width).length()).isLessThanOrEqualTo(width);
    }

    private void midway() {
        midway(text);
    }

    private static void midway(ProgressText text) {
        Map<String, Temperature> sensors = new LinkedHashMap<>();
        sensors.put("tool0", new Temperature(215.1, 215.0));
        sensors.put("bed", new Temperature(59.8, 60.0));
        text.on(new Event.PrintStarted("cube.gcode", "/tmp/cube.gcode", 1000, 100, 100, 0));
        text.on(new Event.ProgressChanged(42, 72, ProgressSource.M73_NORMAL, 0));
        text.on(new Event.LayerChanged(12, 100, 2.4));
        text.on(new Event.TemperaturesReported(sensors));
    }
}
