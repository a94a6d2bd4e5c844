package org.printwire.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.camera.Jpeg;
import org.printwire.http.HttpAnswer;
import org.printwire.http.Wire;
import org.printwire.time.Time;

/** Sends deliveries over the wire, each by its webhook's own {@link Sender}. */
public final class WirePoster implements Poster {

    private final Map<String, Sender> senders = new HashMap<>();

    public WirePoster(List<Webhook> webhooks, Wire wire, Time time) {
        webhooks.forEach(webhook -> senders.put(webhook.id(), new Sender(webhook, wire, time)));
    }

    @Override
    public HttpAnswer post(Webhook webhook, Delivery delivery, int attempt, Optional<Jpeg> picture) {
        return senders.get(webhook.id()).post(delivery, attempt, picture);
    }
}
