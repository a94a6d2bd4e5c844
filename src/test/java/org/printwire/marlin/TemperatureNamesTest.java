package org.printwire.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemperatureNamesTest {

    @Test
    void sensors_have_the_names_of_the_events() {
        assertThat(TemperatureNames.sensors(report("T:25.5 /0.0 B:26.4 /0.0 T0:25.5 /0.0 C:30 @:0 P:25.5 A:25.4"), 0))
                .containsOnlyKeys("bed", "tool0", "chamber", "P", "A");
    }

    @Test
    void the_extruder_and_the_wait_of_a_heating_line_are_no_sensors() {
        assertThat(TemperatureNames.sensors(report("T:213.3 E:0 W:2"), 0)).containsOnlyKeys("tool0");
    }

    @Test
    void the_active_tool_is_the_one_that_the_caller_says() {
        assertThat(TemperatureNames.sensors(report("T:213.3 /215.0 B:60 /60"), 1)).containsOnlyKeys("tool1", "bed");
    }

    private static TemperatureReport report(String line) {
        return ((Reply.Temperatures) ReplyParser.parse(line)).report();
    }
}
