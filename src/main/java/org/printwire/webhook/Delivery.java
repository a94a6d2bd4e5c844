package org.printwire.webhook;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One message for one webhook, as it was at the moment of its event: nothing in it changes while it waits. It holds
 * values, not text: the request is written when it is sent, so that no secret is ever stored and a token is fresh.
 *
 * @param place    its place in the outbox: what has a lower one goes out first; 0 while it is not stored
 * @param eventId  the same on every attempt, for ever: receivers drop doubles by it
 * @param webhook  the id of the webhook
 * @param time     when the event happened
 * @param event    name of the event that made it ({@code ColorChangeWaiting}), which need not be the topic's
 * @param job      file name of the job, null outside of one
 * @param topic    what it is about
 * @param values   JSON-like, by parameter name, in order; see {@link Parameters}. No secret, no message
 * @param picture  the camera whose picture goes along; null: none
 */
public record Delivery(long place, String eventId, String webhook, Instant time, String event, String job, Topic topic,
        Map<String, Object> values, String picture) {

    public Delivery {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The same, stored. */
    public Delivery at(long newPlace) {
        return new Delivery(newPlace, eventId, webhook, time, event, job, topic, values, picture);
    }
}
