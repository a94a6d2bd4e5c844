package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event.FailReason;
import org.printwire.sim.Fault;
import org.printwire.sim.Fault.Chance.Kind;
import org.printwire.sim.Fault.HappensAt.Happening;
import org.printwire.sim.Faults;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.testing.Seeds;
import org.printwire.testing.Talk;
import org.printwire.testing.VirtualPrint;

/**
 * A thousand short prints on virtual time with every fault but unplugging. After each step what the printer has executed
 * must be the beginning of the file; at the end it is the whole file, or the job has failed with a reason.
 *
 * <p>Run one seed alone with {@code -Dprintwire.seed=N}; how many with {@code -Dprintwire.seeds=N}.
 */
class SimulatedPrintTest {

    /**
     * Marlin 2.1 executes a line that lost its number but kept its asterisk (recorded), be it by noise, because a copy was
     * refused, which flushes the beginning of what follows, or because too many oks made the receive buffer overflow: no host
     * can mend that. Nor can it know a report from a request that lost its last letter.
     */
    static final List<Kind> NOT_FOR_MARLIN =
            List.of(Kind.CORRUPT_IN, Kind.LOST_BYTE, Kind.DUPLICATED_LINE, Kind.DOUBLED_OK, Kind.LOST_BYTE_OUT);

    private static final List<Kind> SURPLUS =
            List.of(Kind.DOUBLED_OK, Kind.LATE_OK, Kind.REORDERED, Kind.CORRUPT_OUT, Kind.LOST_BYTE_OUT, Kind.NOISE);

    @Test
    void every_print_ends_with_the_right_lines_or_with_a_clear_failure_whatever_goes_wrong() {
        int[] ends = new int[3];
        Seeds.each("printwire.seeds", 1000, seed -> {
            VirtualPrint.Result result = print(seed);
            if (result.outcome() instanceof Outcome.Done) {
                assertThat(result.firstDifference()).as("seed " + seed + " executed" + wire(result)).isEmpty();
                ends[0]++;
                ends[2] += result.forged() > 0 ? 1 : 0;
            } else if (!(result.outcome() instanceof Outcome.Cancelled)) { // "Stop print" at the screen
                assertThat(result.outcome()).as("seed " + seed).isInstanceOf(Outcome.Failed.class);
                assertThat(((Outcome.Failed) result.outcome()).detail()).as("seed " + seed).isNotBlank();
                ends[1]++;
            }
        });
        System.out.println("simulated prints: " + ends[0] + " done, " + ends[1] + " failed with a reason, " + ends[2]
                + " with a line that noise has forged");
        if (Long.getLong("printwire.seed") == null) {
            assertThat(ends[0]).isGreaterThan(ends[1]);
            assertThat(ends[2]).as("noise that keeps the checksum is rare").isLessThan(1 + ends[0] / 1000);
        }
    }

    private static String wire(VirtualPrint.Result result) {
        return Long.getLong("printwire.seed") == null ? "" : "\n" + String.join("\n", result.wire());
    }

    @Test
    void the_same_seed_gives_the_same_run_to_the_last_byte() {
        assertThat(print(7).wire()).isEqualTo(print(7).wire());
    }

    @Test
    void without_faults_every_model_prints_the_whole_file_and_refuses_no_line() {
        for (boolean prusa : List.of(true, false)) {
            SimulatedPrinterOptions options = prusa ? SimulatedPrinterOptions.mk3s() : SimulatedPrinterOptions.marlin();
            VirtualPrint.Result result = VirtualPrint.run(options.withUserDelay(Duration.ofSeconds(9)),
                    prusa ? Talk.PRUSA_ALIVE : Talk.MARLIN, file(new Random(3), 200));
            assertThat(result.outcome()).isEqualTo(new Outcome.Done());
            assertThat(result.executed()).isEqualTo(result.expected());
            assertThat(result.wire()).noneMatch(line -> line.startsWith("< Error"));
        }
    }

    private static VirtualPrint.Result print(long seed) {
        Random random = new Random(seed);
        boolean prusa = random.nextInt(3) > 0;
        SimulatedPrinterOptions options = (prusa ? SimulatedPrinterOptions.mk3s() : SimulatedPrinterOptions.marlin())
                .withSeed(seed).withFaults(faults(random, prusa)).withTimeScale(random.nextInt(4) == 0 ? 0 : 0.05)
                .withBaud(random.nextBoolean() ? 115_200 : 0).withUserDelay(Duration.ofSeconds(7));
        try {
            return VirtualPrint.run(setup(random, prusa, options));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private static VirtualPrint.Setup setup(Random random, boolean prusa, SimulatedPrinterOptions options) {
        WindowPolicy window = window(random, prusa);
        VirtualPrint.Setup setup = VirtualPrint.Setup.of(options, settings(prusa, options).with(window),
                file(random, 40 + random.nextInt(80)));
        if (random.nextInt(3) == 0) {
            setup = setup.withLatency(Duration.ofMillis(random.nextInt(30)));
        }
        // An ok too many, or one that comes for another, makes the window wider than the host can know; a firmware that drops
        // its queue says one for each command.
        boolean exact = SURPLUS.stream().allMatch(kind -> options.faults().rate(kind) == 0)
                && options.faults().all().stream().allMatch(Fault.Chance.class::isInstance);
        if (exact) {
            setup = setup.withBudget(WindowPolicy.SAFE_BYTES + 2 * (Probe.FRAME.bytes().length + 1));
        }
        return random.nextInt(20) == 0 ? setup.withCancelAfter(Duration.ofMillis(random.nextInt(20_000))) : setup;
    }

    /** A printer that is not known gets one line at a time; of four lines in flight MK3 has no more than of two. */
    private static WindowPolicy window(Random random, boolean prusa) {
        List<WindowPolicy> windows = List.of(WindowPolicy.ONE, new WindowPolicy(2, 126), new WindowPolicy(4, 126));
        return prusa ? windows.get(random.nextInt(3)) : WindowPolicy.ONE;
    }

    /** M79 goes out without a number: noise can make another command of it, so it is left out where noise is. */
    private static StreamSettings settings(boolean prusa, SimulatedPrinterOptions options) {
        boolean noise = options.faults().rate(Kind.CORRUPT_IN) + options.faults().rate(Kind.LOST_BYTE) > 0;
        return prusa ? noise ? Talk.PRUSA : Talk.PRUSA_ALIVE : Talk.MARLIN;
    }

    /** Each fault alone or with others, from rare to absurd. */
    private static Faults faults(Random random, boolean prusa) {
        List<Fault> faults = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (random.nextInt(3) == 0 && (prusa || !NOT_FOR_MARLIN.contains(kind))) {
                // An ok before its Resend means another thing: as rare as it is.
                double rate = Math.pow(10, -1 - 2 * random.nextDouble());
                faults.add(new Fault.Chance(kind, kind == Kind.REORDERED ? rate / 10 : rate));
            }
        }
        switch (random.nextInt(22)) {
            case 0 -> faults.add(new Fault.HangAt(1 + random.nextInt(60), Duration.ZERO));
            case 1 -> faults.add(new Fault.HangAt(1 + random.nextInt(60), Duration.ofSeconds(1 + random.nextInt(20))));
            case 2 -> faults.add(new Fault.ResetAt(5 + random.nextInt(60)));
            case 3 -> faults.add(new Fault.ErrorAt(5 + random.nextInt(60), "Thermal runaway, system stopped!"));
            case 4 -> faults.add(new Fault.SlowReader(2000));
            case 5 -> faults.add(happens(random, Happening.RUNOUT));
            case 6 -> faults.add(happens(random, Happening.CRASH));
            case 7 -> faults.add(happens(random, Happening.FAN));
            case 8 -> faults.add(new Fault.HappensAt(15 + random.nextInt(60), Happening.MINTEMP)); // not while connecting
            case 9 -> faults.add(new Fault.OverflowAt(1 + random.nextInt(60), Duration.ofSeconds(1 + random.nextInt(5))));
            case 10 -> faults.add(new Fault.StormAt(1 + random.nextInt(60), 1 + random.nextInt(60)));
            case 11 -> faults.add(new Fault.HangBusyAt(1 + random.nextInt(60), Duration.ofSeconds(1 + random.nextInt(60))));
            case 12 -> {
                Fault stop = happens(random, Happening.STOP);
                if (faults.stream().noneMatch(fault -> fault instanceof Fault.Chance)) {
                    faults.add(stop); // its only word, //action:cancel, may be damaged: then nobody knows of it
                }
            }
            case 13 -> faults.add(happens(random, prusa ? Happening.PAUSE : Happening.RUNOUT)); // Marlin's pause is a script
            case 14 -> {
                Fault panic = new Fault.PanicAt(5 + random.nextInt(60), Duration.ofSeconds(random.nextInt(2000)));
                if (faults.stream().noneMatch(fault -> fault instanceof Fault.Chance)) {
                    faults.add(panic); // M602 has no number then, and its bytes may be damaged
                }
            }
            case 15 -> faults.add(new Fault.UnplugAt(5 + random.nextInt(60), Duration.ofSeconds(1 + random.nextInt(60)), false));
            case 16 -> faults.add(new Fault.UnplugAt(5 + random.nextInt(60), Duration.ofSeconds(1 + random.nextInt(60)), true));
            default -> { }
        }
        return Faults.of(faults.toArray(new Fault[0]));
    }

    private static Fault happens(Random random, Happening happening) {
        return new Fault.HappensAt(5 + random.nextInt(60), happening);
    }

    private static List<String> file(Random random, int lines) {
        List<String> file = new ArrayList<>(List.of("M104 S215", "G28", "M109 S215", "G92 E0"));
        for (int i = 0; i < lines; i++) {
            switch (random.nextInt(40)) {
                case 0 -> file.add("M600");
                case 1 -> file.add("M601");
                case 2 -> file.add("M117 line " + i);
                case 3 -> file.add("M73 P" + i * 100 / lines + " R" + (lines - i));
                case 4 -> file.add("G4 P" + random.nextInt(900));
                case 5 -> file.add("M0 look");
                default -> file.add("G1 X" + random.nextInt(200) + " Y" + random.nextInt(200) + " E" + i + " F6000");
            }
        }
        return file;
    }
}
