package org.printwire.webhook;

import java.util.List;
import java.util.Optional;

/**
 * What waits to be sent, in order for each webhook. Safe for use by several threads; {@link #add} is called on the
 * publisher's thread and must take microseconds.
 */
public interface Outbox {

    /**
     * Puts it behind all that waits for the same webhook.
     *
     * @return what was thrown away for lack of room; a report that a newer one replaced is not counted
     */
    List<Delivery> add(Parcel parcel);

    /** The next one for this webhook. It stays in the outbox, and can no longer be replaced or thrown away. */
    Optional<Parcel> oldest(String webhook);

    /** It is delivered or given up. */
    void remove(Delivery delivery);

    /** All that is still in for this webhook, in order. */
    List<Delivery> waiting(String webhook);
}
