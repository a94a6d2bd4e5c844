package org.printwire.webhook;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One message for one webhook, complete at the moment of its event: nothing in it changes while it waits. Holds no
 * secret, so it may be shown and stored.
 *
 * @param eventId stable over retries and restarts of an attempt: receivers drop doubles by it
 * @param webhook the id of the webhook
 * @param time    when the event happened
 * @param job     file name of the job, null outside of one
 * @param message the text for people, ready
 * @param extra   JSON-like values in order
 */
public record Delivery(
        String eventId, String webhook, Instant time, String job, Topic topic, String message,
        Map<String, Object> extra) {

    public Delivery {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }
}
