package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartPlanTest {

    private static final List<String> FILE = List.of("M140 S60", "M104 S215", "M190 S60", "M109 S215", "G28", "G90", "M83",
            "M204 P800", "M204 T900", "G1 Z0.2 F720", "M106 S128", "G1 X10 Y10 E1 F1800", "G1 X20 E1", "G1 Z0.4",
            "M221 S95", "G1 X30 Y12 E1", "G1 X40 E1");

    @TempDir
    Path folder;

    @Test
    void the_head_is_hot_and_raised_before_it_goes_sideways_and_z_is_never_homed() throws IOException {
        RestartPoint point = RestartPoint.atLine(file(), 16, new PrintState(false)).orElseThrow();

        assertThat(point.line().text()).isEqualTo("G1 X30 Y12 E1");
        assertThat(RestartPlan.commands(point.state(), 0.4)).containsExactly("M140 S60", "M190 S60", "M109 S215", "G21", "G90",
                "M83", "G92 Z0.4", "G1 Z5.4 F300", "G28 X Y", "G1 E25 F150", "G1 E-1 F2100", "M400",
                "M0 Wipe nozzle, press knob", "M204 P800 T900", "M220 S100", "M221 S95", "G1 Z5.4 F600",
                "G1 X20 Y10 F6000", "G1 Z0.4 F300", "G1 E1 F2100", "M106 S128", "G92 E2", "G1 F1800", "G90", "M83");
    }

    @Test
    void a_height_stands_for_the_first_line_that_prints_there() throws IOException {
        assertThat(RestartPoint.atHeight(file(), 0.4, 0, new PrintState(false)).orElseThrow().line().fileLine()).isEqualTo(16);
        assertThat(RestartPoint.atHeight(file(), 0.3, 0, new PrintState(false)).orElseThrow().line().fileLine()).isEqualTo(16);
        assertThat(RestartPoint.atHeight(file(), 0.5, 0, new PrintState(false))).isEmpty();
    }

    @Test
    void a_head_that_stands_higher_is_told_so_and_comes_down() throws IOException {
        PrintState state = RestartPoint.atLine(file(), 16, new PrintState(false)).orElseThrow().state();
        assertThat(RestartPlan.commands(state, 12)).containsSubsequence("G92 Z12", "G1 Z17 F300", "G28 X Y", "G1 Z0.4 F300");
    }

    @Test
    void what_g92_has_added_is_added_again_above_the_place() {
        PrintState state = new PrintState(true);
        List.of("G28", "G1 X50 Y40", "G92 X0 Y0", "G91", "G1 X5", "M82").forEach(state::follow);
        assertThat(RestartPlan.commands(state, 0)).containsSubsequence("G1 X55 Y40 F6000", "G92 X5 Y0", "G92 E0", "G91", "M82");
    }

    private Path file() throws IOException {
        return Files.write(folder.resolve("f.gcode"), FILE);
    }
}
