package org.printwire.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatorTest {
    /** No ramps: what is left is way and speed. */
    private static final Limits AT_ONCE = new Limits(List.of(1e3, 1e3, 1e3, 1e3), List.of(1e9, 1e9, 1e9, 1e9), 1e9, 1e9, 1e9,
            List.of(1e3, 1e3, 1e3, 1e3), 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "G1 X30 F600 | 3",
        "g1x30f600 | 3",
        "N7 G1 X30 F600 | 3",
        "G1 X+3.0e1 F600 | 0.3",
        "G1 X30 Y40 F600 | 5",
        "G1 E-5 F300 | 1",
        "G0 X10 F600/G0 X0 | 2",
        "G91/G1 X10 F600/G1 X10 | 2",
        "M83/G1 E5 F300/G1 E5 | 2",
        "G92 E5/G1 E5 F300 | 0",
        "G20/G1 X1 F60 | 1",
        "M220 S50/G1 X10 F600 | 2",
        "M203 X5/G1 X10 F600 | 2",
        "G4 P1500 | 1.5",
        "G4 S2 | 2",
        "M207 S2 F60/G10/G10 | 2",
        "M207 S2 F60/M208 F60/G10/G11 | 4",
        "G28 | 7",
        "G80 | 9",
        "T0/T0/T1 | 20",
        "M104 S225/G4 S40/M109 S225 | 100",
        "M109 S225/M109 S215 | 100",
        "M109 S225/M109 R215 | 105",
        "M190 S75 | 50",
        "M600 | 0",
        "M117 X10 F600 | 0",
        "G1 Xnan F600 | 0",
        "G1 X1 F0 | 0.04",
        "G1 X | 0",
    })
    void each_command_takes_its_time(String file, double seconds) {
        Machine machine = Sliced.machine(AT_ONCE, new Waits(2, 1, 25, 7, 9, 20), false);

        assertThat(EstimatorLawsTest.seconds(machine, Arrays.asList(file.split("/")))).isCloseTo(seconds, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "G2 X20 Y0 I10 J0 F600 | 3.14159",
        "G3 X20 Y0 R10 F600 | 3.14159",
        "G3 X10 Y10 I0 J10 F600 | 1.5708",
        "G2 X10 Y10 I0 J10 F600 | 4.7124",
        "G2 X0 Y0 I10 J0 F600 | 6.28319",
    })
    void an_arc_takes_its_length(String line, double seconds) {
        assertThat(EstimatorLawsTest.seconds(Sliced.machine(AT_ONCE, Waits.NONE, false), List.of(line)))
                .isCloseTo(seconds, within(0.01));
    }

    @Test
    void marlins_g90_ends_relative_extrusion_and_prusas_does_not() {
        List<String> file = List.of("M83", "G90", "G1 E5 F300", "G1 E5");

        assertThat(EstimatorLawsTest.seconds(Sliced.machine(AT_ONCE, Waits.NONE, true), file)).isCloseTo(1, within(1e-3));
        assertThat(EstimatorLawsTest.seconds(Sliced.machine(AT_ONCE, Waits.NONE, false), file)).isCloseTo(2, within(1e-3));
    }

    @Test
    void m204_slows_down_what_follows() {
        Machine machine = Machine.of("prusa-mk3s");

        assertThat(EstimatorLawsTest.seconds(machine, List.of("M204 S100", "G1 X50 F6000")))
                .isGreaterThan(EstimatorLawsTest.seconds(machine, List.of("G1 X50 F6000")));
    }

    @Test
    void a_table_that_is_full_keeps_every_second_command() {
        TimeTable table = new TimeTable(8);
        for (int i = 0; i < 100; i++) {
            table.put(i, i + 1);
        }

        assertThat(table.commands()).isEqualTo(100);
        assertThat(table.bytes()).isLessThanOrEqualTo(4096);
        for (int i = 0; i < 100; i++) {
            assertThat(table.at(i)).isCloseTo(i + 1, within(1e-3));
        }
    }
}
