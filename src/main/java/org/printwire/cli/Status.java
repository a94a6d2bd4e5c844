package org.printwire.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.printwire.config.ConfigException;
import org.printwire.config.Configuration;
import org.printwire.config.WebhookSection;
import org.printwire.json.Json;
import org.printwire.store.StoredDelivery;
import org.printwire.store.WebhookStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code printwire status}: how the webhooks are doing. */
@Command(
        name = "status",
        description = "Shows for each webhook what was delivered, how quickly, what waits and what was given up, also while a"
                + " print runs.",
        footer = {"", "Example:", "  printwire status --since 7d"})
final class Status implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--since", paramLabel = "WHEN", converter = DeliveryChoice.Since.class,
            description = "Only events from then on: 2h, 7d, 2026-11-24. Left out: all that is kept.")
    private DeliveryChoice.Since since;

    @Option(names = "--json", description = "One object a webhook a line.")
    private boolean json;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataDir dataDir;

    Status(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws ConfigException, CommandFailure {
        Configuration configuration = config.load(surroundings);
        Map<String, WebhookStatistics> numbers = Deliveries.statistics(dataDir.path(surroundings),
                since == null ? null : since.from(surroundings.time().wall()));
        Set<String> ids = new LinkedHashSet<>(configuration.webhooks().stream().map(WebhookSection::id).toList());
        ids.addAll(numbers.keySet());
        if (ids.isEmpty()) {
            surroundings.output().say("no webhook is configured");
        }
        for (String id : ids) {
            surroundings.output().line(json ? Json.object(object(id, numbers.get(id))) : line(id, numbers.get(id)));
        }
        return ExitCode.DONE.number();
    }

    private static String line(String id, WebhookStatistics numbers) {
        if (numbers == null) {
            return "webhook " + id + ": nothing sent yet";
        }
        List<String> parts = new ArrayList<>();
        parts.add(numbers.delivered() + " delivered");
        numbers.latency().ifPresent(latency -> parts.add("median " + millis(latency.median()) + ", 95 % within "
                + millis(latency.p95())));
        add(parts, numbers.retries(), numbers.retries() == 1 ? "retry" : "retries");
        add(parts, numbers.waiting(), "waiting");
        add(parts, numbers.dead(), "given up");
        String failure = numbers.lastFailure().map(last -> "\n  last failure: " + PlainText.harmless(Deliveries.line(last))).orElse("");
        return PlainText.harmless("webhook " + id + ": " + String.join(", ", parts)) + failure;
    }

    private static void add(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(number + " " + what);
        }
    }

    private static String millis(Duration span) {
        return span.toSeconds() < 10 ? span.toMillis() + " ms" : PlainText.duration(span.toSeconds());
    }

    private static Map<String, Object> object(String id, WebhookStatistics numbers) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("webhook", id);
        object.put("delivered", numbers == null ? 0 : numbers.delivered());
        object.put("retries", numbers == null ? 0 : numbers.retries());
        object.put("waiting", numbers == null ? 0 : numbers.waiting());
        object.put("dead", numbers == null ? 0 : numbers.dead());
        object.put("replaced", numbers == null ? 0 : numbers.replaced());
        if (numbers != null && numbers.latency().isPresent()) {
            object.put("medianMillis", numbers.latency().get().median().toMillis());
            object.put("p95Millis", numbers.latency().get().p95().toMillis());
            object.put("maxMillis", numbers.latency().get().max().toMillis());
        }
        if (numbers != null && numbers.lastFailure().isPresent()) {
            StoredDelivery last = numbers.lastFailure().get();
            object.put("lastFailure", Deliveries.object(last, false));
        }
        return object;
    }
}
