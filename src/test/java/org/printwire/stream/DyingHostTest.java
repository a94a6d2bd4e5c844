package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.event.Event.FailReason;
import org.printwire.sim.Fault;
import org.printwire.sim.Fault.Chance.Kind;
import org.printwire.sim.Faults;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.testing.MortalPrint;
import org.printwire.testing.Seeds;
import org.printwire.testing.Talk;

/**
 * Hosts that die at any step, on virtual time. What the printer has executed at the end is the file, each line once and in
 * order. Run one seed alone with {@code -Dprintwire.seed=N}; how many with {@code -Dprintwire.seeds=N}.
 */
class DyingHostTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_host_that_dies_at_any_step_of_a_print_is_followed_by_one_that_goes_on_at_the_next_line(boolean prusa) {
        for (int stride = 1; stride < 120; stride++) {
            print(stride, prusa, Faults.NONE, 40, stride, false);
        }
    }

    @Test
    void with_pauses_runouts_and_crashes_in_between_too() {
        Seeds.each("printwire.seeds", 150, seed -> print(seed, true, Faults.NONE, 12, 150, true));
    }

    @Test
    void and_on_a_noisy_wire() {
        Faults faults = Faults.of(new Fault.Chance(Kind.CORRUPT_IN, 0.01), new Fault.Chance(Kind.CORRUPT_OUT, 0.01),
                new Fault.Chance(Kind.LOST_OK, 0.01), new Fault.Chance(Kind.LOST_LINE, 0.01));
        Seeds.each("printwire.seeds", 150, seed -> print(seed, true, faults, 6, 300, false));
    }

    private static void print(long seed, boolean prusa, Faults faults, int deaths, int stride, boolean user) {
        SimulatedPrinterOptions options = (prusa ? SimulatedPrinterOptions.mk3s() : SimulatedPrinterOptions.marlin())
                .withResetsOnOpen(false).withSeed(seed).withTimeScale(0.05).withUserDelay(Duration.ofSeconds(7))
                .withFaults(faults);
        MortalPrint.Result result;
        try {
            result = MortalPrint.run(options, prusa ? Talk.PRUSA : MARLIN, file(new Random(seed), prusa), seed, deaths,
                    stride, user);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
        String wire = System.getProperty("printwire.seed") == null ? "" : "\n" + String.join("\n", result.wire());
        assertThat(result.outcome()).as("seed %d, %d deaths %s", seed, result.deaths(), wire).matches(outcome ->
                outcome instanceof Outcome.Done || faults != Faults.NONE && notBegun(result));
        assertThat(result.executed()).as("seed %d, %d deaths %s", seed, result.deaths(), wire).isEqualTo(result.expected());
    }

    /** With noise the first host may not get to know the printer, and says so. */
    private static boolean notBegun(MortalPrint.Result result) {
        return result.outcome() instanceof Outcome.Failed failed && failed.reason() == FailReason.NO_ANSWER
                && result.expected().isEmpty();
    }

    /** Its pauses leave no trace among the lines of the file. */
    private static final StreamSettings MARLIN = new StreamSettings(WindowPolicy.ONE, 95, Duration.ofSeconds(30), false, true,
            List.of("M400", "M114"), modes -> List.of("M114", "M400", "M114"), List.of("M104 S0"), null, false);

    private static List<String> file(Random random, boolean prusa) {
        List<String> file = new ArrayList<>(List.of("M104 S215", "G28", "M109 S215", "G92 E0"));
        int lines = 40 + random.nextInt(80);
        for (int i = 0; i < lines; i++) {
            switch (random.nextInt(30)) {
                case 0 -> file.add("M600");
                case 1 -> file.add(prusa ? "M601" : "@pause");
                case 2 -> file.add("M117 line " + i);
                case 3 -> file.add("G4 P" + random.nextInt(900));
                case 4 -> file.add("@pause");
                default -> file.add("G1 X" + random.nextInt(200) + " Y" + random.nextInt(200) + " E" + i + " F6000");
            }
        }
        return file;
    }
}
