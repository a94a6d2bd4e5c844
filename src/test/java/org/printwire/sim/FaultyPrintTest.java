package org.printwire.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** A host that does little more than obey Resend gets every print right: the simulator's faults can all be survived. */
class FaultyPrintTest {
    private static final int LINES = 60;

    @Property(tries = 60)
    void a_host_that_obeys_resends_prints_every_line_once_and_in_order(@ForAll @LongRange(min = 1, max = 100_000) long seed) {
        SimulatedPrinterOptions options = SimulatedPrinterOptions.mk3s().withTimeScale(0.01).withSeed(seed)
                .withFaults(Faults.parse("corrupt-in=0.05", "lost-line=0.03", "duplicated-line=0.03", "lost-ok=0.03"));
        Conversation host = new Conversation(options);
        List<String> file = new ArrayList<>();
        for (int i = 1; i <= LINES; i++) {
            file.add(i % 7 == 0 ? "M106 S" + i : "G1 X" + i + " F600");
        }
        int next = 1;
        for (int round = 0; round < 5_000 && next <= LINES; round++) {
            host.raw(Conversation.frame(next, file.get(next - 1)));
            int asked = -1;
            boolean confirmed = false;
            for (int wait = 0; wait < 30 && !confirmed; wait++) {
                for (String line : host.passSeconds(0.1).heard()) {
                    asked = line.startsWith("Resend: ") ? Integer.parseInt(line.substring(8)) : asked;
                    confirmed |= line.equals("ok");
                }
            }
            next = asked > 0 ? asked : confirmed ? next + 1 : next;
        }

        assertThat(host.printer.executed()).as("seed %d", seed).containsExactlyElementsOf(file);
        assertThat(host.printer.report().printHash()).isEqualTo(ExecutedHash.of(file).hex());
    }

    @Property(tries = 60)
    void crashes_runouts_and_pauses_at_any_moment_lose_and_double_nothing(@ForAll @LongRange(min = 1, max = 100_000) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Conversation host = new Conversation(SimulatedPrinterOptions.mk3s().withSeed(seed)
                .withUserDelay(Duration.ofSeconds(5)).withResumesItself(true));
        List<String> file = new ArrayList<>();
        for (int i = 1; i <= LINES; i++) {
            file.add(i % 20 == 0 ? "M601" : i % 15 == 0 ? "M600" : i % 6 == 0 ? "M106 S" + i : "G1 X" + i % 10 + " F300");
        }
        List<String> wire = new ArrayList<>();
        int next = 1;
        boolean paused = false;
        int pausedAt = 0;
        boolean calm = true;
        for (int round = 0; round < 5_000 && (next <= LINES || !idle(host)); round++) {
            if (calm && random.nextInt(12) == 0) { // MK3 counts its own M600 as a line: two accidents at once double lines
                calm = false;
                wire.add("accident");
                host.does(random.nextBoolean() ? SimulatedPrinter::crash : SimulatedPrinter::runout);
            }
            boolean behindPause = next > 1 && next <= LINES && file.get(next - 2).equals("M601") && pausedAt < next - 1;
            if (!paused && next <= LINES && !behindPause) { // what waits behind an M601 may be dropped and not asked for
                wire.add("> " + next + " " + file.get(next - 1));
                host.raw(Conversation.frame(next, file.get(next - 1)));
            }
            boolean confirmed = paused || next > LINES || behindPause;
            int asked = -1;
            for (int wait = 0; wait < 400 && (wait == 0 || !confirmed || paused); wait++) {
                for (String line : host.passSeconds(0.1 + random.nextDouble()).heard()) {
                    wire.add("< " + line);
                    asked = line.startsWith("Resend: ") ? Integer.parseInt(line.substring(8)) : asked;
                    confirmed |= line.equals("ok");
                    pausedAt = line.equals("//action:paused") ? next : pausedAt;
                    paused = line.equals("//action:paused") || paused && !line.equals("//action:resumed");
                }
            }
            calm |= asked < 0 && !paused && !behindPause && confirmed && next < LINES;
            next = asked > 0 ? asked : confirmed && next <= LINES && !behindPause ? next + 1 : next;
        }

        assertThat(host.printer.executed()).as("seed %d\n%s", seed, String.join("\n", wire)).containsExactlyElementsOf(file);
    }

    private static boolean idle(Conversation host) {
        return host.printer.nextEventNanos() == Long.MAX_VALUE;
    }
}
