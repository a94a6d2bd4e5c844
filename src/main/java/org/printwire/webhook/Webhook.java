package org.printwire.webhook;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection;
import org.printwire.http.HostName;

/**
 * One receiver and what it wants to hear, with all defaults filled in. {@link #toString()} shows id and host only:
 * the address, the headers and the secret stay hidden.
 *
 * @param events           names of {@link Topic}s
 * @param progressInterval percent between two messages of Print Progress, 1 to 99
 * @param messages         text by topic name, where it is not the default
 * @param snapshot         send a picture along, as multipart/form-data
 * @param camera           null: the first one
 */
public record Webhook(
        String id,
        Secret url,
        Set<String> events,
        String deviceIdentifier,
        Secret apiSecret,
        int progressInterval,
        Map<String, String> messages,
        Map<String, String> headers,
        boolean snapshot,
        String camera) {

    public Webhook {
        events = new LinkedHashSet<>(events);
        messages = Map.copyOf(messages);
        headers = new LinkedHashMap<>(headers);
        for (String event : events) {
            if (Topic.named(event).isEmpty()) {
                throw new IllegalArgumentException("webhook " + id + ": no event is named " + event);
            }
        }
    }

    /**
     * What a checked section means; one without events hears the plugin's default ones.
     *
     * @throws IllegalArgumentException the section names an event that does not exist, or an interval out of range
     */
    public static Webhook of(WebhookSection section) {
        boolean unsaid = section.events() == null || section.events().isEmpty();
        return new Webhook(
                section.id(),
                section.url(),
                new LinkedHashSet<>(unsaid ? Topic.DEFAULT_EVENTS : section.events()),
                section.deviceIdentifier() == null ? "" : section.deviceIdentifier(),
                section.apiSecret() == null ? Secret.NONE : section.apiSecret(),
                section.progressInterval(),
                section.messages() == null ? Map.of() : section.messages(),
                section.headers() == null ? Map.of() : section.headers(),
                section.snapshot(),
                section.camera());
    }

    /** The sections that are switched on. */
    public static List<Webhook> enabled(List<WebhookSection> sections) {
        return sections.stream().filter(WebhookSection::enabled).map(Webhook::of).toList();
    }

    boolean hears(String event) {
        return events.contains(event);
    }

    @Override
    public String toString() {
        return "webhook " + id + " to " + HostName.of(url);
    }
}
