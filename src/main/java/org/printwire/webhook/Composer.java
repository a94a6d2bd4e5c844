package org.printwire.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.printwire.config.WebhookSection;
import org.printwire.event.Envelope;
import org.printwire.event.EventName;

/** Puts together the values that a delivery carries. One thread. */
final class Composer {

    private static final String EVENT = "event";
    private static final String EVENT_ID = "eventId";
    private static final String THUMBNAILS = "thumbnails";

    private final Situation situation;

    Composer(Situation situation) {
        this.situation = situation;
    }

    /** The values that are the same for all webhooks. */
    Map<String, Object> shared(Envelope envelope, String eventId) {
        Map<String, Object> shared = new LinkedHashMap<>(situation.values());
        shared.put("currentTime", envelope.time().getEpochSecond());
        shared.put(EVENT, EventName.simple(envelope.event().getClass()));
        shared.put(EVENT_ID, eventId);
        return shared;
    }

    /** @param held how many of the topic were held back before */
    Delivery delivery(Webhook webhook, Subscription.Message message, int held, Envelope envelope,
            Map<String, Object> shared) {
        Map<String, Object> values = new LinkedHashMap<>(shared);
        values.putAll(message.own());
        values.put("suppressed", held);
        values.put("deviceIdentifier", webhook.settings().deviceIdentifier());
        if (webhook.mentions(THUMBNAILS)) {
            values.put(THUMBNAILS, situation.thumbnails());
        }
        return new Delivery(0, (String) shared.get(EVENT_ID), webhook.id(), envelope.time(),
                (String) shared.get(EVENT), envelope.job(), message.topic(), values,
                webhook.wantsPicture() ? camera(webhook.settings()) : null);
    }

    private static String camera(WebhookSection settings) {
        return settings.camera() == null ? Pictures.DEFAULT : settings.camera();
    }
}
