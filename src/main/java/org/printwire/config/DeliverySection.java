package org.printwire.config;

import java.time.Duration;

/**
 * {@code delivery:}, what holds for all webhooks.
 *
 * @param finish how long {@code printwire print} waits at its end for messages that are not delivered yet
 */
public record DeliverySection(Duration finish) {
    public static final DeliverySection DEFAULTS = new DeliverySection(Duration.ofSeconds(10));
}
