package org.printwire.store;

import java.util.Locale;

/** What became of a delivery so far. */
public enum DeliveryState {
    WAITING,
    /** The receiver has it. */
    DELIVERED,
    /** Given up. */
    DEAD,
    /** A newer report of the same value took its place before it was sent. */
    REPLACED;

    /** As in the file, and for people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
