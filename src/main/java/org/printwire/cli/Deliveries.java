package org.printwire.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.printwire.store.DeliveryHistory;
import org.printwire.store.StoredDelivery;
import org.printwire.store.WebhookStatistics;
import org.printwire.webhook.OutboxException;
import org.printwire.webhook.Topic;

/** What the commands about deliveries share: opening the outbox's file, and deliveries in words and as JSON. */
final class Deliveries {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Deliveries() {}

    /** Something to be done with the file. */
    @FunctionalInterface
    interface Work<T> {
        T with(DeliveryHistory history) throws OutboxException;
    }

    /** Does it, or gives {@code nothing} where nothing was ever kept. */
    static <T> T in(Path folder, T nothing, Work<T> work) throws CommandFailure {
        try {
            Optional<DeliveryHistory> found = DeliveryHistory.open(folder);
            if (found.isEmpty()) {
                return nothing;
            }
            try (DeliveryHistory history = found.get()) {
                return work.with(history);
            }
        } catch (OutboxException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, e.getMessage());
        }
    }

    /** By webhook. @param since null: all that is kept */
    static Map<String, WebhookStatistics> statistics(Path folder, Instant since) throws CommandFailure {
        return in(folder, Map.of(), history -> history.statistics(since));
    }

    /** {@code 12  2026-11-24 18:30:05  slack  Print Done  delivered  200 in 142 ms}. */
    static String line(StoredDelivery delivery) {
        return delivery.place() + "  " + clock(delivery.time()) + "  " + delivery.webhook() + "  " + title(delivery)
                + "  " + delivery.state().word() + detail(delivery);
    }

    private static String detail(StoredDelivery delivery) {
        return switch (delivery.state()) {
            case DELIVERED -> "  " + delivery.status() + " in " + delivery.took().toMillis() + " ms"
                    + (delivery.attempts() > 1 ? ", attempt " + delivery.attempts() : "");
            case WAITING -> delivery.attempts() == 0 ? "" : "  " + delivery.attempts() + " failed: " + delivery.reason()
                    + (delivery.due() == null ? "" : ", next attempt " + clock(delivery.due()));
            case DEAD -> "  " + delivery.reason();
            case REPLACED -> "  by a newer one";
        };
    }

    /** With the values that its templates were given; no secret is among them. */
    static Map<String, Object> object(StoredDelivery delivery, boolean values) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("place", delivery.place());
        object.put("eventId", delivery.eventId());
        object.put("time", delivery.time().toString());
        object.put("webhook", delivery.webhook());
        object.put("event", delivery.event());
        object.put("topic", title(delivery));
        object.put("job", delivery.job());
        object.put("state", delivery.state().word());
        object.put("attempts", delivery.attempts());
        object.put("status", delivery.status());
        object.put("reason", delivery.reason());
        object.put("tookMillis", millis(delivery.took()));
        object.put("due", text(delivery.due()));
        object.put("ended", text(delivery.ended()));
        object.put("picture", delivery.picture() != null);
        if (values) {
            object.put("values", delivery.values());
        }
        object.values().removeIf(java.util.Objects::isNull);
        return object;
    }

    /** As on the wire; a later version may have written a topic that this one does not know. */
    private static String title(StoredDelivery delivery) {
        return Topic.named(delivery.topic()).map(Topic::title).orElse(delivery.topic());
    }

    private static Long millis(Duration span) {
        return span == null ? null : span.toMillis();
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static String clock(Instant time) {
        return CLOCK.format(time.atZone(ZoneId.systemDefault()));
    }
}
