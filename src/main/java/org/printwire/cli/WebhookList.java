package org.printwire.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.printwire.config.ConfigException;
import org.printwire.config.Configuration;
import org.printwire.config.WebhookSection;
import org.printwire.json.Json;
import org.printwire.store.WebhookStatistics;
import org.printwire.webhook.Webhook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code printwire webhook list}: who is told of what, and what waits for them. */
@Command(
        name = "list",
        description = "Lists the webhooks of the configuration.",
        footer = {"", "Example:", "  printwire webhook list"})
final class WebhookList implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataDir dataDir;

    @Option(names = "--json", description = "One object a webhook a line.")
    private boolean json;

    WebhookList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws ConfigException, CommandFailure {
        Configuration configuration = config.load(surroundings);
        Map<String, WebhookStatistics> numbers = Deliveries.statistics(dataDir.path(surroundings), null);
        if (configuration.webhooks().isEmpty()) {
            surroundings.output().say("no webhook is configured; printwire webhook add --list shows what there is");
        }
        for (WebhookSection webhook : configuration.webhooks()) {
            WebhookStatistics known = numbers.get(webhook.id());
            surroundings.output().line(json ? Json.object(object(webhook, known)) : line(webhook, known));
        }
        return ExitCode.DONE.number();
    }

    private static String line(WebhookSection webhook, WebhookStatistics numbers) {
        List<String> parts = new ArrayList<>();
        if (!webhook.enabled()) {
            parts.add("switched off");
        }
        if (numbers != null && numbers.waiting() > 0) {
            parts.add(numbers.waiting() + " waiting");
        }
        if (numbers != null && numbers.dead() > 0) {
            parts.add(numbers.dead() + " given up");
        }
        return webhook.id() + "  " + webhook.method() + " " + Webhook.host(webhook) + "  "
                + String.join(" ", webhook.events()) + (parts.isEmpty() ? "" : "  (" + String.join(", ", parts) + ")");
    }

    private static Map<String, Object> object(WebhookSection webhook, WebhookStatistics numbers) {
        Map<String, Object> object = new java.util.LinkedHashMap<>();
        object.put("id", webhook.id());
        object.put("enabled", webhook.enabled());
        object.put("method", webhook.method().name());
        object.put("host", Webhook.host(webhook));
        object.put("events", webhook.events());
        object.put("waiting", numbers == null ? 0 : numbers.waiting());
        object.put("dead", numbers == null ? 0 : numbers.dead());
        return object;
    }
}
