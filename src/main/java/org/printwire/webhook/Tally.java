package org.printwire.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what became of the messages of one run, by webhook. Safe for several threads. */
public final class Tally implements DeliveryObserver {

    private final Map<String, Counts> counts = new LinkedHashMap<>();

    private static final class Counts {
        int taken;
        int retries;
        int buried;
        final List<Duration> latencies = new ArrayList<>();
    }

    @Override
    public synchronized void on(DeliveryReport report) {
        if (report instanceof DeliveryReport.Taken taken) {
            Counts own = of(taken.webhook());
            own.taken++;
            own.retries += beyondTheFirst(taken.attempt());
            own.latencies.add(taken.latency());
        } else if (report instanceof DeliveryReport.Delayed delayed) {
            of(delayed.webhook()).retries += beyondTheFirst(delayed.attempt());
        } else if (report instanceof DeliveryReport.Buried buried) {
            Counts own = of(buried.webhook());
            own.buried++;
            own.retries += beyondTheFirst(buried.attempts());
        }
    }

    private static int beyondTheFirst(int attempt) {
        return attempt > 1 ? 1 : 0;
    }

    private Counts of(String webhook) {
        return counts.computeIfAbsent(webhook, id -> new Counts());
    }

    /**
     * One line a webhook that had anything to do: {@code webhook slack: 8 delivered, median 120 ms, 2 retries}.
     *
     * @param waiting how many still wait, by webhook
     */
    public synchronized List<String> lines(Map<String, Integer> waiting) {
        waiting.forEach((webhook, number) -> {
            if (number > 0) {
                of(webhook);
            }
        });
        return counts.entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue(), waiting.getOrDefault(each.getKey(), 0))).toList();
    }

    private static String line(String webhook, Counts counts, int waiting) {
        List<Duration> sorted = counts.latencies.stream().sorted().toList();
        return "webhook " + webhook + ": " + counts.taken + " delivered"
                + (sorted.isEmpty() ? "" : ", median " + sorted.get(sorted.size() / 2).toMillis() + " ms")
                + some(counts.retries, counts.retries == 1 ? "retry" : "retries")
                + some(counts.buried, "given up") + some(waiting, "waiting");
    }

    private static String some(int number, String what) {
        return number == 0 ? "" : ", " + number + " " + what;
    }
}
