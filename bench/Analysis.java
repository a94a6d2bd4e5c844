import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.printwire.app.HashedStream;
import org.printwire.app.HostThreads;
import org.printwire.estimate.Estimator;
import org.printwire.estimate.Machine;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.GcodeFile;
import org.printwire.gcode.SurveyPlan;

/**
 * How fast a file is analysed: MB/s of CPU time of the reading thread, for a file of 130 MB made by repeating the layers of a
 * real one. In turns: the survey alone; with the estimate, as {@code info} does it; with both and the hash of
 * {@code print} on its own thread (MB/s of the clock on the wall, and of the CPU of both); {@code wc -l} (user and system
 * time are not to be had: the wall). The best of five rounds. Run by {@code bench/run analysis} with the flags of
 * scripts/printwire and without.
 */
final class Analysis {
    private static final int BYTES = 130_000_000;
    private static final int ROUNDS = 5;

    private interface Survey {
        FileFacts of(Path file) throws IOException;
    }

    private static final HostThreads THREADS = new HostThreads((thread, bug) -> bug.printStackTrace());

    private Analysis() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile("layers", ".gcode");
        try {
            write(Path.of(arguments[0]), file);
            System.gc();
            double survey = best(file, Analysis::surveyed);
            double estimate = best(file, Analysis::estimated);
            double wall = wall(file, Analysis::hashed);
            double both = process(file, Analysis::hashed);
            double count = wc(file);
            System.out.printf(Locale.ROOT, "| %s | survey %.0f MB/s | with estimate %.0f | with SHA-1 too %.0f by the wall, %.0f by"
                    + " all CPU | wc -l %.0f, %.1f times as fast as survey, %.1f as survey and estimate | heap %.0f MB at most |%n",
                    Path.of(arguments[0]).getFileName(), survey, estimate, wall, both, count, count / survey,
                    count / estimate, Runtime.getRuntime().totalMemory() / 1e6);
        } finally {
            Files.delete(file);
        }
    }

    private static FileFacts surveyed(Path file) throws IOException {
        return FileFacts.survey(GcodeFile.open(file), SurveyPlan.PRUSA);
    }

    private static FileFacts estimated(Path file) throws IOException {
        return estimated(GcodeFile.open(file));
    }

    private static FileFacts hashed(Path file) throws IOException {
        HashedStream in = new HashedStream(GcodeFile.open(file), "SHA-1", THREADS);
        return estimated(in).hashed(in.hex());
    }

    private static FileFacts estimated(InputStream in) throws IOException {
        Estimator estimator = new Estimator(Machine.PRUSA_MK3S);
        FileFacts facts = FileFacts.survey(in, new SurveyPlan(FileFacts.PRUSA_LINE_BYTES, false, estimator));
        if (estimator.finish().seconds() <= 0) {
            throw new IllegalStateException("a file of layers that takes no time");
        }
        return facts;
    }

    private static void write(Path sample, Path file) throws IOException {
        String text = Files.readString(sample, StandardCharsets.ISO_8859_1);
        List<String> marks = List.of(";LAYER_CHANGE", ";LAYER:0", "; move to next layer (1)");
        int from = marks.stream().mapToInt(text::indexOf).filter(at -> at > 0).findFirst().orElseThrow();
        int to = (int) (text.length() * 0.9);
        from = text.lastIndexOf('\n', from) + 1;
        to = text.lastIndexOf('\n', to) + 1;
        ByteArrayOutputStream layers = new ByteArrayOutputStream();
        layers.writeBytes(text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(text.substring(0, from).getBytes(StandardCharsets.ISO_8859_1));
            for (long done = from; done < BYTES; done += layers.size()) {
                layers.writeTo(out);
            }
            out.write(text.substring(to).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static double best(Path file, Survey survey) throws IOException {
        return best(file, survey, () -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private static double wall(Path file, Survey survey) throws IOException {
        return best(file, survey, System::nanoTime);
    }

    private static double process(Path file, Survey survey) throws IOException {
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return best(file, survey, system::getProcessCpuTime);
    }

    private static double best(Path file, Survey survey, LongSupplier clock) throws IOException {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = clock.getAsLong();
            FileFacts facts = survey.of(file);
            best = Math.max(best, facts.bytes() * 1e3 / (clock.getAsLong() - begin));
        }
        return best;
    }

    private static double wc(Path file) throws IOException, InterruptedException {
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            new ProcessBuilder("wc", "-l", file.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            rates[round] = Files.size(file) * 1e3 / (System.nanoTime() - begin);
        }
        return Arrays.stream(rates).max().orElseThrow();
    }
}
