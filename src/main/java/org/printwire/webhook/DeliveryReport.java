package org.printwire.webhook;

import java.time.Duration;

/** News of a delivery, for whoever shows or counts them. Holds no secret and no address. */
public sealed interface DeliveryReport {

    Delivery delivery();

    /** One line for people, without a full stop. */
    String sentence();

    /** @param pictureBytes size of the picture that went along, 0 for none */
    record Taken(Delivery delivery, int status, int attempt, Duration took, int pictureBytes)
            implements DeliveryReport {
        @Override
        public String sentence() {
            return name(delivery) + " taken (" + status + ") in " + took.toMillis() + " ms"
                    + (attempt > 1 ? ", attempt " + attempt : "");
        }
    }

    /** An attempt failed, another one follows. */
    record Delayed(Delivery delivery, int attempt, Duration delay, String reason) implements DeliveryReport {
        @Override
        public String sentence() {
            return name(delivery) + " not taken: " + reason + "; next attempt in " + delay.toSeconds() + " s";
        }
    }

    /** Given up. */
    record Buried(Delivery delivery, int attempts, String reason) implements DeliveryReport {
        @Override
        public String sentence() {
            return name(delivery) + " not delivered: " + reason;
        }
    }

    /** Thrown away unsent, because too many wait. */
    record Dropped(Delivery delivery) implements DeliveryReport {
        @Override
        public String sentence() {
            return name(delivery) + " not delivered: too many messages wait for this webhook";
        }
    }

    private static String name(Delivery delivery) {
        return "webhook " + delivery.webhook() + ": " + delivery.topic().title();
    }
}
