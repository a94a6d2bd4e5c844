package org.printwire.webhook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.printwire.config.WebhookSection.Compat;
import org.printwire.config.WebhookSection.CustomEvent;
import org.printwire.webhook.template.Template;
import org.printwire.webhook.template.TemplateEngine;

/**
 * What the names in a webhook's templates stand for: the values of the delivery, what must be fresh when it is sent, the
 * keys of the OAuth answer, and last the message, which is a template itself and is expanded once, without itself.
 * Immutable.
 *
 * <p>No key of an OAuth answer hides one of {@link #NAMES}, not even one that has no value at the moment. Where the
 * webhook is compatible with OctoPrint, every key of the answer hides what has its name, as in the plugin; and a message
 * that is one name and nothing else keeps the type of its value.
 */
final class Parameters {

    /** {@code snapshot} has no value: as a whole value at the top of {@code data} it is the picture. */
    static final Set<String> NAMES = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
            "deviceIdentifier", "apiSecret", "topic", "message", "extra", "state", "job", "progress", "currentZ",
            "offsets", "meta", "currentTime", "percentCompleteMilestone", "snapshot", "event", "eventId",
            "temperatures", "eta", "printer", "suppressed", "thumbnails", "attempt", Webhook.CUSTOM_EVENT)));

    private final Webhook webhook;
    private final TemplateEngine engine;
    private final boolean compatible;
    private final Map<String, Template> messages = new HashMap<>();
    private final Map<String, Template> customMessages = new HashMap<>();

    private Parameters(Webhook webhook, TemplateEngine engine, boolean compatible) {
        this.engine = engine;
        this.webhook = webhook;
        this.compatible = compatible;
    }

    static Parameters of(Webhook webhook, TemplateEngine engine) {
        boolean compatible = webhook.settings().compat() == Compat.OCTOPRINT;
        Parameters parameters = new Parameters(webhook, engine, compatible);
        for (String name : Topic.names()) {
            parameters.messages.put(name, engine.text(webhook.messageOf(Topic.named(name).orElseThrow())));
        }
        parameters.messages.put(Topic.CUSTOM_EVENT.name(), engine.text(Topic.MESSAGE_FIRED.message()));
        for (CustomEvent event : webhook.settings().customEvents()) {
            parameters.customMessages.putIfAbsent(event.name().toLowerCase(Locale.ROOT), engine.text(
                    event.message().isEmpty() ? Topic.MESSAGE_FIRED.message() : event.message()));
        }
        return parameters;
    }

    /**
     * Secrets are in there: show nothing of it.
     *
     * @param attempt 1 for the first
     * @param answer  of the OAuth call; empty: there was none
     */
    Map<String, Object> of(Delivery delivery, int attempt, Map<String, Object> answer) {
        Map<String, Object> values = new HashMap<>(delivery.values());
        if (compatible) {
            values.putIfAbsent("percentCompleteMilestone", 0);
        }
        values.putIfAbsent("deviceIdentifier", webhook.settings().deviceIdentifier());
        values.put("apiSecret", webhook.settings().apiSecret().reveal());
        values.put("attempt", attempt);
        values.remove("message");
        answer.forEach((key, value) -> {
            if (compatible || !NAMES.contains(key)) {
                values.put(key, value);
            }
        });
        if (!answer.containsKey("message") || !compatible) {
            Template message = message(delivery);
            values.put("message", compatible ? message.value(values) : message.text(values) + heldBack(delivery));
        }
        return Collections.unmodifiableMap(values);
    }

    /** Every name that a message may ask for. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        messages.values().forEach(message -> names.addAll(message.names()));
        customMessages.values().forEach(message -> names.addAll(message.names()));
        return names;
    }

    /** What is wrong with the messages, each with its key. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        messages.forEach((name, message) ->
                message.problems().forEach(problem -> problems.add("messages." + name + ": " + problem)));
        customMessages.forEach((name, message) ->
                message.problems().forEach(problem -> problems.add("customEvents " + name + ": " + problem)));
        return problems;
    }

    private static String heldBack(Delivery delivery) {
        return delivery.values().get("suppressed") instanceof Integer held && held > 0
                ? " (" + held + " more like this " + (held == 1 ? "was" : "were") + " held back)" : "";
    }

    private Template message(Delivery delivery) {
        Object custom = delivery.values().get(Webhook.CUSTOM_EVENT);
        Template own = custom == null ? null : customMessages.get(custom.toString().toLowerCase(Locale.ROOT));
        if (own != null) {
            return own;
        }
        Template ours = messages.get(delivery.topic().name());
        return ours != null ? ours : engine.text(delivery.topic().message());
    }
}
