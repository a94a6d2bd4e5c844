import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.Squeeze;
import org.printwire.marlin.LineAssembler;
import org.printwire.marlin.MeatPack;
import org.printwire.marlin.ReplyParser;
import org.printwire.marlin.WireCode;
import org.printwire.stream.Action;
import org.printwire.stream.Input;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.Streamer;
import org.printwire.stream.WindowPolicy;

/**
 * What one line costs from the bytes of its ok to the bytes of the next line: bytes allocated and nanoseconds on the
 * printer thread. LineAssembler, ReplyParser and Streamer alone, without port and file. Run by {@code bench/run allocation}
 * with the flags of scripts/printwire, which decide what the compiler can leave out.
 */
final class Allocation {

    private static final int LINES = 200_000;
    private static final int ROUNDS = 7;
    private static final byte[] OK = "ok\n".getBytes(StandardCharsets.US_ASCII);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private record Case(String name, WindowPolicy window, WireCode code, boolean squeeze) {}

    private record Cost(double bytes, double nanos, double wire) {}

    private Allocation() {}

    public static void main(String[] arguments) {
        List<Case> cases = List.of(
                new Case("one line", WindowPolicy.ONE, WireCode.PLAIN, false),
                new Case("2/126", new WindowPolicy(2, 126), WireCode.PLAIN, false),
                new Case("16/127", new WindowPolicy(16, 127), WireCode.PLAIN, false),
                new Case("MeatPack, 2/126", new WindowPolicy(2, 126), new MeatPack(false), false),
                new Case("MeatPack, squeezed, 2/126", new WindowPolicy(2, 126), new MeatPack(true), true));
        System.out.println("| window | bytes allocated a line | ns a line | bytes on the wire a line |\n|---|---|---|---|");
        for (Case each : cases) {
            List<GcodeLine> file = file(each.squeeze());
            // The first rounds are interpreted in part; the median is not.
            List<Cost> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(print(each, file));
            }
            System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f (%.0f to %.0f) | %.1f |%n", each.name(),
                    median(rounds.stream().mapToDouble(Cost::bytes)), median(rounds.stream().mapToDouble(Cost::nanos)),
                    rounds.stream().mapToDouble(Cost::nanos).min().orElseThrow(),
                    rounds.stream().mapToDouble(Cost::nanos).max().orElseThrow(), rounds.get(0).wire());
        }
    }

    private static Cost print(Case each, List<GcodeLine> file) {
        Streamer streamer = new Streamer(settings(each), true);
        streamer.on(new Input.Feed(file, true), 0);
        streamer.on(new Input.StartJob(Map.of()), 0);
        LineAssembler assembler = new LineAssembler();
        long[] clock = {0};
        long[] sent = {0, 0};
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long begun = System.nanoTime();
        // The end of the job is left out.
        while (sent[0] < LINES - 100) {
            clock[0] += 100_000;
            assembler.add(OK, OK.length, text -> {
                for (Action action : streamer.on(new Input.Received(ReplyParser.parse(text), text), clock[0])) {
                    if (action instanceof Action.Send send) {
                        sent[0]++;
                        sent[1] += send.bytes().length;
                    }
                }
            });
            if (clock[0] > 2L * LINES * 100_000) {
                throw new IllegalStateException("the stream stands still after " + sent[0] + " lines");
            }
        }
        double lines = sent[0];
        long spent = System.nanoTime() - begun;
        return new Cost((THREADS.getCurrentThreadAllocatedBytes() - bytes) / lines, spent / lines, sent[1] / lines);
    }

    private static StreamSettings settings(Case each) {
        return new StreamSettings(each.window(), 95, Duration.ofSeconds(5), true, false, List.of("M601"),
                modes -> List.of("M602"), List.of("M603", "M104 S0"), null, false).with(each.code());
    }

    private static List<GcodeLine> file(boolean squeeze) {
        List<GcodeLine> file = new ArrayList<>(LINES);
        for (int i = 0; i < LINES; i++) {
            String text = String.format(Locale.ROOT, "G1 X%.3f Y%.3f E%.5f", i % 200 / 1.7, i % 190 / 1.3, i % 100 / 1000.0);
            file.add(new GcodeLine(i, i + 1, (i + 1) * 30L, squeeze ? Squeeze.of(text) : text));
        }
        return file;
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
