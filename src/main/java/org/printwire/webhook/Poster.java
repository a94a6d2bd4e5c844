package org.printwire.webhook;

import java.util.Optional;
import org.printwire.camera.Jpeg;
import org.printwire.http.HttpAnswer;

/** Sends a delivery once. Called by the webhook's own thread, which it may keep for as long as the request's limit. */
@FunctionalInterface
public interface Poster {

    /** @param attempt 1 for the first */
    HttpAnswer post(Webhook webhook, Delivery delivery, int attempt, Optional<Jpeg> picture);
}
