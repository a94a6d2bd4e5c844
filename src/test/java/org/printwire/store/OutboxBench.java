package org.printwire.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.printwire.camera.Jpeg;
import org.printwire.config.StorageSection;
import org.printwire.json.Json;
import org.printwire.webhook.Delivery;

/** What an event costs; {@code scripts/outbox-bench.sh} runs it. Words: a folder, a number of events, bytes of a picture. */
final class OutboxBench {

    private OutboxBench() {}

    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        int events = Integer.parseInt(words[1]);
        byte[] picture = new byte[Integer.parseInt(words[2])];
        Json.object(Samples.values(1)); // Jackson is loaded by others too.

        long memory = status("VmRSS:");
        long start = System.nanoTime();
        Database database = Database.open(Schema.OUTBOX, folder, System.err::println);
        long opened = System.nanoTime() - start;
        long resident = status("VmRSS:") - memory;

        long[] putting = new long[events];
        long[] ending = new long[events];
        long written = io("wchar:");
        try (SqliteOutbox outbox = new SqliteOutbox(database, StorageSection.DEFAULTS, System.err::println)) {
            for (int i = 0; i < events; i++) {
                Delivery event = picture.length > 0 ? Samples.pictured("a", i) : Samples.said("a", i);
                start = System.nanoTime();
                List<Delivery> stored = outbox.put(List.of(event, Samples.said("b", i)));
                putting[i] = System.nanoTime() - start;
                if (picture.length > 0) {
                    outbox.attach(event.eventId(), "nozzle", new Jpeg(picture));
                }
                start = System.nanoTime();
                outbox.oldest("a");
                Samples.take(outbox, stored.get(0));
                ending[i] = System.nanoTime() - start;
                outbox.oldest("b");
                Samples.take(outbox, stored.get(1));
            }
        }
        written = io("wchar:") - written;
        System.out.printf(Locale.ROOT, "open and load  %.0f ms, %.1f MB more resident%n", opened / 1e6, resident / 1e3);
        System.out.printf(Locale.ROOT, "put            %s%n", percentiles(putting));
        System.out.printf(Locale.ROOT, "oldest, taken  %s%n", percentiles(ending));
        System.out.printf(Locale.ROOT, "written        %.1f kB an event to two webhooks, file %.0f kB%n",
                written / 1e3 / events, Files.size(folder.resolve("printwire.db")) / 1e3);
    }

    private static String percentiles(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(Locale.ROOT, "median %.2f ms, p99 %.2f ms, max %.2f ms", nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6, nanos[nanos.length - 1] / 1e6);
    }

    /** kB. */
    private static long status(String name) throws IOException {
        return number(Path.of("/proc/self/status"), name);
    }

    private static long io(String name) throws IOException {
        return number(Path.of("/proc/self/io"), name);
    }

    private static long number(Path file, String name) throws IOException {
        String line = Files.readAllLines(file).stream().filter(each -> each.startsWith(name)).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
