package org.printwire.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.config.WebhookSection.Compat;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;

/** Reads {@code webhooks:}. */
final class WebhookReader {

    /** As in the OctoPrint-Webhooks plugin 3.0.3. */
    static final int DEFAULT_PROGRESS_INTERVAL = 50;

    static final String[] METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"};

    private static final Duration DEFAULT_SNAPSHOT_LIMIT = Duration.ofSeconds(5);
    private static final Duration DEFAULT_RETRY = Duration.ofDays(3);

    private final SecretReader secrets;
    private final TrustReader trust;
    private final List<String> cameras;
    private final HeaderReader headers;
    private final DataReader data;
    private final OAuthReader oauth;

    /** @param cameras the names of the cameras there are */
    WebhookReader(SecretReader secrets, TrustReader trust, List<String> cameras, Problems problems) {
        this.secrets = secrets;
        this.trust = trust;
        this.cameras = cameras;
        ValueReader values = new ValueReader(secrets);
        this.headers = new HeaderReader(values, problems);
        this.data = new DataReader(values);
        this.oauth = new OAuthReader(secrets, headers, data);
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
        Method method = section.choice("method", Method.class, METHODS).orElse(Method.POST);
        ContentType type = section.choice("contentType", ContentType.class, "JSON", "FORM", "TEXT", "PICTURE")
                .orElse(ContentType.JSON);
        EventReader events = new EventReader(section);
        StormReader storm = new StormReader(section, events.names());
        boolean verifyTls = section.flag("verifyTls").orElse(true);
        WebhookSection webhook = new WebhookSection(
                id(section).orElse(defaultId),
                section.flag("enabled").orElse(true),
                url(section),
                method,
                type,
                section.text("deviceIdentifier").orElse(""),
                secrets.read(section, "apiSecret").orElse(Secret.NONE),
                events.events(),
                events.custom(),
                events.messages(),
                section.integer("progressInterval", 1, 99).orElse(DEFAULT_PROGRESS_INTERVAL),
                events.progressGap(),
                events.layerInterval(),
                events.cooledDown(),
                headers.read(section, Map.of()),
                data.read(section, method, type),
                snapshot(section),
                DurationText.read(section, "snapshotLimit", Duration.ofSeconds(1), Duration.ofSeconds(60))
                        .orElse(DEFAULT_SNAPSHOT_LIMIT),
                camera(section),
                oauth.read(section),
                storm.cooldown(),
                storm.quietHours(),
                verifyTls,
                trust.caFile(section, verifyTls),
                new SigningReader(secrets).read(section),
                secrets.read(section, "hubSecret").orElse(Secret.NONE),
                DurationText.read(section, "retryFor", Duration.ZERO, Duration.ofDays(30)).orElse(DEFAULT_RETRY),
                section.choice("compat", Compat.class, "none", "octoprint").orElse(Compat.NONE));
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
        url.ifPresent(text -> WebAddress.checkTemplate(section, "url", text.reveal()));
        return url.orElse(Secret.NONE);
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
