package org.printwire.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EstimatorLawsTest {

    @Property
    void one_move_from_rest_to_rest_takes_what_the_formula_says(@ForAll @DoubleRange(min = 0.01, max = 500) double way,
            @ForAll @DoubleRange(min = 1, max = 200) double speed, @ForAll @DoubleRange(min = 10, max = 5000) double a) {
        double ramps = speed * speed / a;
        double formula = way >= ramps ? way / speed + speed / a : 2 * Math.sqrt(way / a);

        assertThat(seconds(machine(a, 0.0001), List.of("G1 X%.6f F%.6f".formatted(way, speed * 60))))
                .isCloseTo(formula, within(1e-4 + formula * 1e-4));
    }

    @Property
    void a_straight_way_takes_the_same_in_one_piece_and_in_sixteen(@ForAll @DoubleRange(min = 1, max = 200) double way,
            @ForAll @IntRange(min = 2, max = 16) int pieces, @ForAll @DoubleRange(min = 5, max = 200) double speed) {
        List<String> split = new ArrayList<>(List.of("G91"));
        for (int i = 0; i < pieces; i++) {
            split.add("G1 X%.9f Y%.9f F%.3f".formatted(way / pieces, way / pieces, speed * 60));
        }

        assertThat(seconds(machine(1000, 1), split))
                .isCloseTo(seconds(machine(1000, 1), List.of("G1 X%.9f Y%.9f F%.3f".formatted(way, way, speed * 60))), within(1e-5));
    }

    @Property
    void more_acceleration_is_never_slower(@ForAll @Size(min = 1, max = 80) List<@IntRange(min = -500, max = 500) Integer> steps,
            @ForAll @DoubleRange(min = 50, max = 2000) double a, @ForAll @DoubleRange(min = 1, max = 4) double more) {
        assertThat(seconds(machine(a * more, 8), moves(steps))).isLessThanOrEqualTo(seconds(machine(a, 8), moves(steps)) + 1e-9);
    }

    @Property
    void what_is_parted_by_a_rest_adds_up(@ForAll @Size(min = 1, max = 60) List<@IntRange(min = -500, max = 500) Integer> one,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -500, max = 500) Integer> two) {
        List<String> both = new ArrayList<>(moves(one));
        both.add("M400");
        both.addAll(moves(two));

        assertThat(seconds(machine(800, 8), both))
                .isCloseTo(seconds(machine(800, 8), moves(one)) + seconds(machine(800, 8), moves(two)), within(1e-6));
    }

    @Property
    void the_table_never_falls_and_ends_with_the_whole(@ForAll @Size(max = 200) List<@IntRange(min = -500, max = 500) Integer> steps) {
        List<String> file = moves(steps);
        Estimate estimate = Sliced.estimateTexts(file, machine(500, 8));

        assertThat(estimate.table().at(file.size() - 1L)).isCloseTo(estimate.seconds(), within(1e-9));
        for (int i = 0; i < file.size(); i++) {
            assertThat(estimate.table().at(i)).isGreaterThanOrEqualTo(estimate.table().at(i - 1L));
        }
    }

    private static List<String> moves(List<Integer> steps) {
        List<String> lines = new ArrayList<>(List.of("G91", "M83", "G1 F4800"));
        for (int i = 0; i < steps.size(); i++) {
            double mm = steps.get(i) / 50.0;
            lines.add(i % 7 == 3 ? "G1 E%.3f".formatted(mm) : i % 2 == 0 ? "G1 X%.3f Y1".formatted(mm) : "G1 Y%.3f X.5 E.1".formatted(mm));
        }
        return lines;
    }

    private static Machine machine(double a, double jerk) {
        return Sliced.machine(new Limits(List.of(500.0, 500.0, 500.0, 500.0), List.of(1e5, 1e5, 1e5, 1e5), a, a, a,
                List.of(jerk, jerk, jerk, jerk), 0), Waits.NONE, false);
    }

    static double seconds(Machine machine, List<String> file) {
        return Sliced.estimateTexts(file, machine).seconds();
    }
}
