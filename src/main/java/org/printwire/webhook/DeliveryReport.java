package org.printwire.webhook;

import java.time.Duration;

/** News of a webhook, for whoever shows or counts them. Holds no secret and no address. */
public sealed interface DeliveryReport {

    /** The id of the webhook it is about; empty: of all. */
    String webhook();

    /** One line for people, without a full stop. */
    String sentence();

    /** Worth telling to somebody who looks on, and not only to the log. */
    default boolean matters() {
        return true;
    }

    /**
     * @param took         the request
     * @param latency      from the event to the receiver's answer
     * @param pictureBytes size of the picture that went along, 0 for none
     */
    record Taken(Delivery delivery, int status, int attempt, Duration took, Duration latency, int pictureBytes)
            implements DeliveryReport {
        @Override
        public String webhook() {
            return delivery.webhook();
        }

        @Override
        public String sentence() {
            return name(delivery) + " taken (" + status + ") in " + took.toMillis() + " ms"
                    + (attempt > 1 ? ", attempt " + attempt : "");
        }
    }

    /** An attempt failed, another one follows. {@code first}: the receiver was well before. */
    record Delayed(Delivery delivery, int attempt, Duration delay, String reason, boolean first)
            implements DeliveryReport {
        @Override
        public String webhook() {
            return delivery.webhook();
        }

        @Override
        public String sentence() {
            return name(delivery) + " not taken: " + reason + "; next attempt in " + shown(delay);
        }

        @Override
        public boolean matters() {
            return first;
        }
    }

    /** So many attempts in a row have failed that the receiver is left alone for longer from now on. */
    record Resting(String webhook, int failures, Duration delay) implements DeliveryReport {
        @Override
        public String sentence() {
            return "webhook " + webhook + ": " + failures + " attempts in a row have failed; messages are kept, next"
                    + " attempt in " + shown(delay);
        }
    }

    /** A receiver that had rested takes messages again. */
    record Recovered(String webhook, Duration away) implements DeliveryReport {
        @Override
        public String sentence() {
            return "webhook " + webhook + ": is back after " + shown(away);
        }
    }

    /** Given up. */
    record Buried(Delivery delivery, int attempts, String reason) implements DeliveryReport {
        @Override
        public String webhook() {
            return delivery.webhook();
        }

        @Override
        public String sentence() {
            return name(delivery) + " not delivered: " + reason;
        }
    }

    /** The receiver said that it is gone (410). */
    record Disabled(String webhook) implements DeliveryReport {
        @Override
        public String sentence() {
            return "webhook " + webhook + ": the receiver says that it is gone (410), so nothing more is sent there;"
                    + " write its new url, or: printwire webhook enable " + webhook;
        }
    }

    /** Something of the program or its disk that concerns messages. */
    record Trouble(String webhook, String sentence) implements DeliveryReport {}

    private static String name(Delivery delivery) {
        return "webhook " + delivery.webhook() + ": " + delivery.topic().title();
    }

    private static String shown(Duration span) {
        if (span.toSeconds() < 1) {
            return span.toMillis() + " ms";
        }
        return span.toMinutes() < 2 ? span.toSeconds() + " s"
                : span.toHours() < 2 ? span.toMinutes() + " min" : span.toHours() + " h";
    }
}
