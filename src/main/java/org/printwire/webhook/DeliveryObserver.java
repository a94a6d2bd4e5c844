package org.printwire.webhook;

/** Hears what becomes of each delivery. */
@FunctionalInterface
public interface DeliveryObserver {

    /** Nobody listens. */
    DeliveryObserver NONE = report -> {};

    /** Called on the webhooks' own threads, several at a time; what takes long here delays that webhook only. */
    void on(DeliveryReport report);
}
