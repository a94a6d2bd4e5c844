package org.printwire.webhook;

import java.util.Optional;
import org.printwire.camera.Jpeg;
import org.printwire.http.HttpAnswer;
import org.printwire.http.Wire;

/** Sends a delivery once. Called by the webhook's own thread, which it may keep for as long as the request's limit. */
@FunctionalInterface
public interface Poster {

    HttpAnswer post(Webhook webhook, Delivery delivery, Optional<Jpeg> picture);

    /** Builds the request and sends it over the wire. */
    static Poster over(Wire wire, RequestBuilder requests) {
        return (webhook, delivery, picture) -> wire.call(requests.request(webhook, delivery, picture));
    }
}
