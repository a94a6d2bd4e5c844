import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.printwire.gcode.FileFacts;

/**
 * How fast a file is analysed: MB/s of one thread (the clock of its CPU time) for a file of 130 MB, made by repeating the
 * layers of a real one; beside it {@code wc -l} and the same with the SHA-1 of the content. Run by {@code bench/run analysis}
 * with the flags of scripts/printwire and without.
 */
final class Analysis {
    private static final int BYTES = 130_000_000;
    private static final int ROUNDS = 5;

    private interface Survey {
        FileFacts of(InputStream in) throws IOException;
    }

    private Analysis() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile("layers", ".gcode");
        try {
            write(Path.of(arguments[0]), file);
            System.gc();
            double own = best(file, in -> FileFacts.surveyUnhashed(in, FileFacts.PRUSA_LINE_BYTES));
            double hashed = best(file, in -> FileFacts.survey(in, FileFacts.PRUSA_LINE_BYTES));
            double count = wc(file);
            System.out.printf(Locale.ROOT, "| %s | analysis %.0f MB/s | with SHA-1 %.0f MB/s | wc -l %.0f MB/s | wc -l is %.1f"
                    + " times as fast | heap in use at most %.0f MB |%n", Path.of(arguments[0]).getFileName(), own, hashed,
                    count, count / own, (Runtime.getRuntime().totalMemory()) / 1e6);
        } finally {
            Files.delete(file);
        }
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
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            FileFacts facts = survey.of(Files.newInputStream(file));
            long nanos = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
            best = Math.max(best, facts.bytes() * 1e3 / nanos);
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
