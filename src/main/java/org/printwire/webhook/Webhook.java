package org.printwire.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.printwire.config.WebhookSection;
import org.printwire.config.WebhookSection.CustomEvent;
import org.printwire.http.HostName;
import org.printwire.http.Tls;

/** One receiver and what it wants to hear. {@link #toString()} shows id and host only. */
public final class Webhook {

    /** The parameter that names a custom event as the configuration has it; no other event has it. */
    static final String CUSTOM_EVENT = "customEvent";

    private final WebhookSection settings;
    private final Set<String> events;
    private final RequestTemplate request;
    private final Set<String> names;

    private final String version;

    private Webhook(WebhookSection settings, String version) {
        this.settings = settings;
        this.version = version;
        this.events = new LinkedHashSet<>(settings.events());
        this.request = RequestTemplate.of(this, ZoneId.systemDefault(), version);
        this.names = request.names();
    }

    /**
     * @param version of this program, for the User-Agent
     * @throws IllegalArgumentException the section names an event that does not exist: it was not checked
     */
    public static Webhook of(WebhookSection section, String version) {
        for (String event : section.events()) {
            if (Topic.named(event).isEmpty()) {
                throw new IllegalArgumentException("webhook " + section.id() + ": no event is named " + event);
            }
        }
        return new Webhook(section, version);
    }

    /** The sections that are switched on. */
    public static List<Webhook> enabled(List<WebhookSection> sections, String version) {
        return sections.stream().filter(WebhookSection::enabled).map(section -> of(section, version)).toList();
    }

    /** The same, hearing of these events instead. */
    Webhook hearing(List<String> others) {
        return new Webhook(settings.hearing(others), version);
    }

    public String id() {
        return settings.id();
    }

    public WebhookSection settings() {
        return settings;
    }

    /** It names this event or topic. */
    public boolean hears(String event) {
        return events.contains(event);
    }

    /** The plugin's custom event of this name, whatever its case; the first one counts. */
    Optional<CustomEvent> custom(String name) {
        return settings.customEvents().stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The text for people of this topic, a template. */
    String messageOf(Topic topic) {
        return settings.messages().getOrDefault(topic.name(), topic.message());
    }

    /** A picture goes along with its messages, if one can be had. */
    public boolean wantsPicture() {
        return request.wantsPicture();
    }

    /** What its templates will not do as their author thinks, for people, each with its place. */
    public List<String> problems() {
        return request.problems();
    }

    /** One of its templates names this parameter. */
    boolean mentions(String parameter) {
        return names.contains(parameter);
    }

    RequestTemplate request() {
        return request;
    }

    /** What may be shown of a webhook's address. */
    public static String host(WebhookSection section) {
        return HostName.of(section.url());
    }

    String userAgent() {
        return "printwire/" + version;
    }

    Tls tls() {
        return new Tls(settings.verifyTls(), settings.caFile());
    }

    /** A fingerprint of the address, which says nothing about it. */
    String address() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(settings.url().reveal().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "webhook " + id() + " to " + HostName.of(settings.url());
    }
}
