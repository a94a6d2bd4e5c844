package org.printwire.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.gcode.GcodeWord;
import org.printwire.marlin.MeatPack;
import org.printwire.marlin.WireCode;
import org.printwire.recording.RecordedLine.Kind;
import org.printwire.sim.Fault;
import org.printwire.sim.Fault.Chance;
import org.printwire.sim.Faults;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Outcome;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.WindowPolicy;
import org.printwire.testing.RecordedPrint;
import org.printwire.testing.Talk;

/** What printwire has recorded it does again, to the last byte, whatever went wrong; and a change is seen. */
class ReplayTest {

    @TempDir
    private Path folder;

    @Test
    void every_print_that_printwire_has_recorded_is_replayed_without_a_difference() throws IOException {
        String one = System.getProperty("printwire.seed");
        long seeds = one == null ? Long.getLong("printwire.seeds", 300) : 1;
        int done = 0;
        int replugged = 0;
        int packed = 0;
        long sent = 0;
        for (long i = 1; i <= seeds; i++) {
            long seed = one == null ? i : Long.parseLong(one);
            Setting setting = new Setting(seed);
            RecordedPrint.Result print = setting.print();
            List<RecordedLine> lines = print.lines().stream().map(RecordedText::write)
                    .map(text -> RecordedText.read(text).orElseThrow()).toList();
            Replay replay = new Replay(true, ready -> setting.settings);
            assertThat(differences(replay, lines)).as("seed " + seed).isEmpty();
            replugged += print.outcome() instanceof Outcome.Done && lines.stream().anyMatch(line -> line.text().equals("port back")) ? 1 : 0;
            packed += lines.stream().anyMatch(line -> line.text().matches("job, .*packed.*")) ? 1 : 0;
            done += print.outcome() instanceof Outcome.Done ? 1 : 0;
            sent += replay.tally().sent();
        }
        System.out.println("replayed prints: " + done + " done, " + (seeds - done) + " with another end, " + packed
                + " packed, " + replugged + " done after the cable was out, " + sent + " lines sent");
        assertThat(done).isPositive();
    }

    @Test
    void time_that_goes_by_between_a_line_and_what_follows_from_it_makes_no_difference() throws IOException {
        Faults faults = Faults.of(new Chance(Chance.Kind.LOST_OK, 0.1), new Chance(Chance.Kind.LOST_LINE, 0.1));
        for (int seed = 1; seed <= 20; seed++) {
            RecordedPrint.Setup quiet = new Setting(1).quietly();
            RecordedPrint.Result print = RecordedPrint.of(RecordedPrint.Setup.of(quiet.options().withFaults(faults).withSeed(seed),
                    quiet.settings(), quiet.file()).withStep(Duration.ofMillis(90)));

            assertThat(differences(new Replay(true, ready -> Talk.PRUSA), print.lines())).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void a_line_that_would_not_be_sent_today_is_a_difference() throws IOException {
        List<RecordedLine> lines = new ArrayList<>(new Setting(1).quiet().lines());
        int place = place(lines, "N7 ");
        lines.add(place, RecordedLine.toPrinter(lines.get(place).nanos(), "M105\n"));

        assertThat(differences(new Replay(true, ready -> Talk.PRUSA), lines)).hasSize(1).first()
                .satisfies(differs -> assertThat(differs.recorded()).isEqualTo("M105\n"))
                .satisfies(differs -> assertThat(differs.replayed()).isNull());
    }

    @Test
    void a_line_of_the_host_that_is_missing_is_a_difference() throws IOException {
        List<RecordedLine> lines = new ArrayList<>(new Setting(1).quiet().lines());
        lines.remove(place(lines, "N0 M110 N0*125\n"));

        assertThat(differences(new Replay(true, ready -> Talk.PRUSA), lines)).hasSize(1).first()
                .satisfies(differs -> assertThat(differs.recorded()).isNull())
                .satisfies(differs -> assertThat(differs.replayed()).isEqualTo("N0 M110 N0*125\n"));
    }

    @Test
    void other_settings_make_a_difference() throws IOException {
        List<RecordedLine> lines = new Setting(1).quiet().lines();

        assertThat(differences(new Replay(true, ready -> Talk.MARLIN), lines)).hasSize(1);
    }

    @Test
    void a_job_that_another_host_has_begun_is_only_parsed_and_that_is_said_once() throws IOException {
        List<RecordedLine> lines = new ArrayList<>();
        lines.add(RecordedLine.done(0, Wire.LOCATE));
        lines.add(RecordedLine.done(400_000_000, "tick"));
        lines.add(RecordedLine.toPrinter(400_000_000, "\nN0 *94\n"));
        lines.add(RecordedLine.done(500_000_000, Wire.job(Talk.PRUSA)));
        lines.add(RecordedLine.done(500_000_000, Told.REJOIN));
        lines.add(RecordedLine.done(500_000_000, "fed 40 last"));
        lines.add(RecordedLine.toPrinter(500_000_000, "N8 G1 X1*99\n"));
        Replay replay = new Replay(true, ready -> Talk.PRUSA);
        List<Finding> findings = new ArrayList<>();
        lines.forEach(line -> findings.addAll(replay.on(line)));

        assertThat(findings).containsExactly(new Finding.OnlyRead("begins in the middle of a job: only parsed"));
        assertThat(replay.differs()).isFalse();
    }

    @Test
    void a_port_that_is_lost_and_comes_back_stands_in_the_recording() throws IOException {
        assertThat(notes(new Setting(1).quietly().withLoss(Duration.ofSeconds(8), Duration.ofMinutes(1), Duration.ofSeconds(5))))
                .containsSubsequence("port lost", "port back").noneMatch(words -> words.startsWith(Wire.LOST));
    }

    @Test
    void one_that_is_waited_for_in_vain_or_not_at_all_is_lost_in_the_end() throws IOException {
        assertThat(notes(new Setting(1).quietly().withLoss(Duration.ofSeconds(8), Duration.ofMinutes(1), null)))
                .containsSubsequence("port lost", "lost: /dev/ttyVIRTUAL is gone");
        assertThat(notes(new Setting(1).quietly().withLoss(Duration.ofSeconds(8), null, null)))
                .contains("lost: /dev/ttyVIRTUAL is gone").doesNotContain("port lost");
        assertThat(notes(new Setting(1).quietly().withLoss(Duration.ofMillis(500), null, null)))
                .contains("lost: /dev/ttyVIRTUAL is gone");
    }

    private static List<String> notes(RecordedPrint.Setup setup) throws IOException {
        return RecordedPrint.of(setup).lines().stream().filter(line -> line.kind() == Kind.DONE).map(RecordedLine::text).toList();
    }

    @Test
    void the_recording_of_another_host_is_only_parsed() throws IOException {
        List<RecordedLine> lines = new Setting(1).quiet().lines().stream().filter(line -> line.kind() != Kind.DONE).toList();
        Replay replay = new Replay(false, ready -> Talk.PRUSA);

        assertThat(differences(replay, lines)).isEmpty();
        assertThat(replay.tally().received()).isEqualTo(lines.stream().filter(line -> line.kind() == Kind.FROM_PRINTER).count());
    }

    private static int place(List<RecordedLine> lines, String begin) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).kind() == Kind.TO_PRINTER && lines.get(i).text().startsWith(begin)) {
                return i;
            }
        }
        throw new AssertionError("nothing was sent that begins with " + begin);
    }

    private static List<Finding.Differs> differences(Replay replay, List<RecordedLine> lines) {
        List<Finding> findings = new ArrayList<>();
        lines.forEach(line -> findings.addAll(replay.on(line)));
        findings.addAll(replay.end());
        return findings.stream().filter(Finding.Differs.class::isInstance).map(Finding.Differs.class::cast).toList();
    }

    /** All that a seed decides. */
    private final class Setting {
        private final Random random;
        private final SimulatedPrinterOptions options;
        private final StreamSettings settings;

        Setting(long seed) {
            random = new Random(seed);
            boolean prusa = random.nextInt(3) > 0;
            SimulatedPrinterOptions model = prusa ? SimulatedPrinterOptions.mk3s() : SimulatedPrinterOptions.marlin().withMeatPack(true);
            options = model.withSeed(seed).withTimeScale(random.nextInt(4) == 0 ? 0 : 0.05).withResetsOnOpen(random.nextInt(4) == 0)
                    .withBaud(random.nextBoolean() ? 115_200 : 0).withUserDelay(Duration.ofSeconds(7));
            StreamSettings plain = (prusa ? Talk.PRUSA_ALIVE : Talk.MARLIN).with(window());
            WireCode code = random.nextInt(3) == 0 ? new MeatPack(random.nextBoolean()) : WireCode.PLAIN;
            settings = (random.nextBoolean() ? plain.keeping() : plain).with(code);
        }

        private WindowPolicy window() {
            return switch (random.nextInt(4)) {
                case 0 -> WindowPolicy.ONE;
                case 1 -> new WindowPolicy(2, 126);
                case 2 -> new WindowPolicy(2, 126, Set.of(GcodeWord.code("G4"), GcodeWord.code("M73")));
                default -> new WindowPolicy(4, 126);
            };
        }

        /** With everything that can go wrong. */
        RecordedPrint.Result print() throws IOException {
            RecordedPrint.Setup setup = RecordedPrint.Setup.of(options.withFaults(faults()), settings,
                    RecordedPrint.file(folder, random, 40 + random.nextInt(80)))
                    .withWishes(random.nextInt(3) == 0 ? random : null)
                    .withStep(Duration.ofNanos(random.nextInt(3) == 0 ? random.nextInt(3_000_000) : 0));
            if (random.nextInt(4) > 0) {
                return RecordedPrint.of(setup);
            }
            Duration lost = Duration.ofMillis(1000 + random.nextInt(60_000));
            return RecordedPrint.of(switch (random.nextInt(4)) {
                case 0 -> setup.withLoss(lost, null, null);
                case 1 -> setup.withLoss(lost, Duration.ofSeconds(20), null);
                default -> setup.withLoss(lost, Duration.ofMinutes(3), Duration.ofMillis(random.nextInt(100_000)));
            });
        }

        /** With nothing of that. */
        RecordedPrint.Result quiet() throws IOException {
            return RecordedPrint.of(quietly());
        }

        RecordedPrint.Setup quietly() throws IOException {
            return RecordedPrint.Setup.of(SimulatedPrinterOptions.mk3s().withTimeScale(0.05).withResetsOnOpen(false), Talk.PRUSA,
                    Files.writeString(folder.resolve("quiet.gcode"), "G28\n" + "G1 X10 F6000\n".repeat(20) + "@pause\nG28\n"));
        }

        private Faults faults() {
            List<Fault> faults = new ArrayList<>();
            for (Chance.Kind kind : Chance.Kind.values()) {
                if (random.nextInt(3) == 0) {
                    faults.add(new Chance(kind, Math.pow(10, -1 - 2 * random.nextDouble())));
                }
            }
            switch (random.nextInt(10)) {
                case 0 -> faults.add(new Fault.HangAt(1 + random.nextInt(60), Duration.ZERO));
                case 1 -> faults.add(new Fault.HangAt(1 + random.nextInt(60), Duration.ofSeconds(1 + random.nextInt(20))));
                case 2 -> faults.add(new Fault.ResetAt(5 + random.nextInt(60)));
                case 3 -> faults.add(new Fault.ErrorAt(5 + random.nextInt(60), "Thermal runaway, system stopped!"));
                case 4 -> faults.add(new Fault.SlowReader(2000));
                default -> { }
            }
            return Faults.of(faults.toArray(new Fault[0]));
        }
    }
}
