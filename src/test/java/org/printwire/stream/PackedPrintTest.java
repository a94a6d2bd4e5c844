package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.gcode.Squeeze;
import org.printwire.marlin.Frame;
import org.printwire.marlin.MeatPack;
import org.printwire.marlin.PackingCommand;
import org.printwire.sim.Fault;
import org.printwire.sim.Fault.Chance.Kind;
import org.printwire.sim.Faults;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.testing.Seeds;
import org.printwire.testing.Talk;
import org.printwire.testing.VirtualPrint;

/**
 * Whole prints with packed lines on virtual time, as {@link SimulatedPrintTest} has them for text. One seed alone:
 * {@code -Dprintwire.seed=N}; how many: {@code -Dprintwire.packedSeeds=N}.
 */
class PackedPrintTest {

    @Test
    void every_packed_print_ends_with_the_right_lines_or_with_a_clear_failure_whatever_goes_wrong() {
        int[] ends = new int[3];
        Seeds.each("printwire.packedSeeds", 300, seed -> {
            VirtualPrint.Result result = print(seed);
            if (result.outcome() instanceof Outcome.Done) {
                assertThat(result.firstDifference()).as("seed " + seed).isEmpty();
                ends[0]++;
                ends[2] += result.forged() > 0 ? 1 : 0;
            } else {
                assertThat(((Outcome.Failed) result.outcome()).detail()).as("seed " + seed).isNotBlank();
                ends[1]++;
            }
        });
        System.out.println("packed prints: " + ends[0] + " done, " + ends[1] + " failed with a reason, " + ends[2]
                + " with a line that noise has forged");
        if (Long.getLong("printwire.seed") == null) {
            assertThat(ends[0]).isGreaterThan(ends[1]);
            assertThat(ends[2]).as("noise that keeps the checksum is rare").isLessThan(1 + ends[0] / 100);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void without_faults_both_models_execute_the_packed_file_and_refuse_no_line(boolean prusa) {
        for (boolean noSpaces : List.of(true, false)) {
            SimulatedPrinterOptions options = prusa ? SimulatedPrinterOptions.mk3s() : SimulatedPrinterOptions.marlin().withMeatPack(true);
            VirtualPrint.Result result = VirtualPrint.run(options.withUserDelay(Duration.ofSeconds(9)),
                    (prusa ? Talk.PRUSA_ALIVE : Talk.MARLIN).with(new MeatPack(noSpaces)), file(new Random(3), 200, noSpaces));
            assertThat(result.outcome()).isEqualTo(new Outcome.Done());
            assertThat(result.executed()).isEqualTo(result.expected());
            assertThat(result.wire()).noneMatch(line -> line.startsWith("< Error"))
                    .anyMatch(line -> line.endsWith(noSpaces ? "[MP] PV01 ON NSP" : "[MP] PV01 ON ESP"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_printer_without_meatpack_gets_text_and_prints_the_same(boolean prusa) {
        SimulatedPrinterOptions options = (prusa ? SimulatedPrinterOptions.mk3s() : SimulatedPrinterOptions.marlin()).withMeatPack(false);
        VirtualPrint.Result result = VirtualPrint.run(options.withUserDelay(Duration.ofSeconds(9)),
                (prusa ? Talk.PRUSA : Talk.MARLIN).with(new MeatPack(true)), file(new Random(4), 50, true));
        assertThat(result.outcome()).isEqualTo(new Outcome.Done());
        assertThat(result.executed()).isEqualTo(result.expected());
        assertThat(result.wire()).noneMatch(line -> line.startsWith("< Error"))
                .noneMatch(line -> line.contains("nknown command") && !line.contains("\"M601") && !line.contains("\"M73"));
    }

    @Test
    void a_host_that_was_killed_leaves_a_printer_that_the_next_one_understands() {
        for (boolean prusa : List.of(true, false)) {
            for (boolean packing : List.of(true, false)) {
                for (int bytes = 0; bytes < 40; bytes++) {
                    leftBehind(prusa, packing, bytes);
                }
            }
        }
    }

    /** It has been killed when so many bytes of a line were out, not all of its checksum, packed or as text; then the port is opened without a reset. */
    private static void leftBehind(boolean prusa, boolean packing, int bytes) {
        MeatPack code = new MeatPack(true);
        Frame line = Frame.numbered(1, "G1X123.456Y-77.123E.12345");
        byte[] begun = packing ? PackingCommand.begin(true) : new byte[0];
        byte[] half = packing ? code.encode(line, false) : line.bytes();
        byte[] said = Arrays.copyOf(begun, begun.length + Math.min(bytes, half.length - 6));
        System.arraycopy(half, 0, said, begun.length, said.length - begun.length);
        SimulatedPrinterOptions options = prusa ? SimulatedPrinterOptions.mk3s() : SimulatedPrinterOptions.marlin().withMeatPack(true);
        List<String> file = List.of("G1 X1", "G1 X2", "G1 X3");

        VirtualPrint.Result result = VirtualPrint.runAfter(said, options, prusa ? Talk.PRUSA : Talk.MARLIN, file);

        assertThat(result.outcome()).as(prusa + " " + packing + " " + bytes).isEqualTo(new Outcome.Done());
        assertThat(result.executed()).as(prusa + " " + packing + " " + bytes).isEqualTo(file);
        assertThat(Duration.ofNanos(result.virtualNanos())).isLessThan(Duration.ofSeconds(30));
    }

    private static VirtualPrint.Result print(long seed) {
        Random random = new Random(seed);
        boolean prusa = random.nextInt(3) > 0;
        boolean noSpaces = random.nextBoolean();
        SimulatedPrinterOptions options = (prusa ? SimulatedPrinterOptions.mk3s() : SimulatedPrinterOptions.marlin())
                .withMeatPack(true).withSeed(seed).withFaults(faults(random, prusa))
                .withTimeScale(random.nextInt(4) == 0 ? 0 : 0.05).withBaud(random.nextBoolean() ? 115_200 : 0)
                .withUserDelay(Duration.ofSeconds(7));
        StreamSettings settings = (prusa ? Talk.PRUSA : Talk.MARLIN).with(new MeatPack(noSpaces));
        try {
            return VirtualPrint.run(options, settings, file(random, 40 + random.nextInt(80), noSpaces));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    /** As {@link SimulatedPrintTest} has them. */
    private static Faults faults(Random random, boolean prusa) {
        List<Fault> faults = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (random.nextInt(3) == 0 && (prusa || !SimulatedPrintTest.NOT_FOR_MARLIN.contains(kind))) {
                faults.add(new Fault.Chance(kind, Math.pow(10, -1 - 2 * random.nextDouble())));
            }
        }
        switch (random.nextInt(8)) {
            case 0 -> faults.add(new Fault.HangAt(1 + random.nextInt(60), Duration.ofSeconds(1 + random.nextInt(20))));
            case 1 -> faults.add(new Fault.ResetAt(5 + random.nextInt(60)));
            case 2 -> faults.add(new Fault.SlowReader(2000));
            default -> { }
        }
        return Faults.of(faults.toArray(new Fault[0]));
    }

    private static List<String> file(Random random, int lines, boolean squeezed) {
        List<String> file = new ArrayList<>(List.of("M104 S215", "G28", "M109 S215", "G92 E0"));
        for (int i = 0; i < lines; i++) {
            switch (random.nextInt(40)) {
                case 0 -> file.add("M600");
                case 1 -> file.add("M601");
                case 2 -> file.add("M117 line E" + i);
                case 3 -> file.add("M73 P" + i * 100 / lines + " R" + (lines - i));
                case 4 -> file.add("G4 P" + random.nextInt(900));
                default -> file.add("G1 X" + random.nextInt(200) + "." + random.nextInt(999) + " Y" + random.nextInt(200)
                        + " E" + i + "." + random.nextInt(99999) + " F6000");
            }
        }
        if (squeezed) {
            file.replaceAll(Squeeze::of);
        }
        return file;
    }
}
