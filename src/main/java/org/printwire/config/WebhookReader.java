package org.printwire.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code webhooks:}. */
final class WebhookReader {

    /** As in the OctoPrint-Webhooks plugin 3.0.3. */
    static final int DEFAULT_PROGRESS_INTERVAL = 50;

    private final SecretReader secrets;
    private final HeaderReader headers;
    private final List<String> cameras;

    /** @param cameras the names of the cameras there are */
    WebhookReader(SecretReader secrets, HeaderReader headers, List<String> cameras) {
        this.secrets = secrets;
        this.headers = headers;
        this.cameras = cameras;
    }

    List<WebhookSection> read(List<Section> sections) {
        List<WebhookSection> webhooks = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Section section : sections) {
            WebhookSection webhook = read(section, "webhook-" + (webhooks.size() + 1));
            Integer first = lines.putIfAbsent(webhook.id(), section.line("id"));
            if (first != null) {
                section.problem("id", "there is another webhook '" + webhook.id() + "' at line " + first,
                        "write another id");
            }
            webhooks.add(webhook);
        }
        return List.copyOf(webhooks);
    }

    private WebhookSection read(Section section, String defaultId) {
        WebhookSection webhook = new WebhookSection(
                id(section).orElse(defaultId),
                section.flag("enabled").orElse(true),
                url(section),
                events(section),
                section.text("deviceIdentifier").orElse(""),
                secrets.read(section, "apiSecret").orElse(Secret.NONE),
                section.integer("progressInterval", 1, 99).orElse(DEFAULT_PROGRESS_INTERVAL),
                messages(section),
                headers.read(section),
                snapshot(section),
                camera(section));
        section.notBuilt("method", "POST");
        section.notBuilt("contentType", "JSON");
        section.notBuilt("data");
        section.notBuilt("oauth");
        section.notBuilt("cooldown", "0s", "0");
        section.notBuilt("verifyTls", "true");
        section.notBuilt("caFile");
        section.notBuilt("signingSecret");
        section.notBuilt("compat", "none");
        section.finish();
        return webhook;
    }

    private static Optional<String> id(Section section) {
        Optional<String> id = section.text("id");
        if (id.isPresent() && !id.get().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            section.problem("id", "must be letters, digits, '.', '_' and '-', not '" + Section.shortened(id.get()) + "'",
                    "write a short name such as slack");
        }
        return id;
    }

    private Secret url(Section section) {
        if (section.node("url").isEmpty()) {
            section.problem("url", "is missing", "write url: https://HOST/PATH");
            return Secret.NONE;
        }
        Optional<Secret> url = secrets.read(section, "url");
        url.ifPresent(text -> WebAddress.check(section, "url", text.reveal()));
        return url.orElse(Secret.NONE);
    }

    private static List<String> events(Section section) {
        List<String> names = section.texts("events").orElse(EventChoice.DEFAULTS);
        for (int i = 0; i < names.size(); i++) {
            checkEvent(section, "events[" + i + "]", section.line("events"), names.get(i));
        }
        boolean empty = section.node("events")
                .filter(node -> node instanceof YamlNode.Sequence list && list.items().isEmpty())
                .isPresent();
        if (empty) {
            section.problem("events", "is an empty list", "name one, or leave the key out, or write enabled: false");
        }
        return names;
    }

    private static Map<String, String> messages(Section section) {
        Section messages = section.section("messages");
        Map<String, String> texts = messages.everyText();
        texts.keySet().forEach(name -> checkEvent(section, "messages." + name, messages.line(name), name));
        return texts;
    }

    private static void checkEvent(Section section, String key, int line, String name) {
        if (!EventChoice.names().contains(name)) {
            section.problemAt(line, key, "there is no event '" + Section.shortened(name) + "'",
                    Nearest.advice(name, EventChoice.names()));
        }
    }

    private boolean snapshot(Section section) {
        Optional<Boolean> wanted = section.flag("snapshot");
        if (wanted.orElse(false) && cameras.isEmpty()) {
            section.problem("snapshot", "there is no camera to take a picture with",
                    "add one under cameras:, or write snapshot: false");
        }
        return wanted.orElse(!cameras.isEmpty());
    }

    private String camera(Section section) {
        Optional<String> camera = section.text("camera");
        if (camera.isPresent() && !cameras.contains(camera.get())) {
            section.problem("camera", "there is no camera '" + Section.shortened(camera.get()) + "'", cameras.isEmpty()
                    ? "add it under cameras:" : "write one of " + String.join(", ", cameras));
        }
        return camera.orElse(null);
    }
}
