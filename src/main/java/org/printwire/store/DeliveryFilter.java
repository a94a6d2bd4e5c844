package org.printwire.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which deliveries are meant: {@code DeliveryFilter.ALL.of("slack").in(EnumSet.of(DeliveryState.DEAD))}.
 *
 * @param webhook id; null: any
 * @param states  not empty
 * @param since   events from then on; null: all
 * @param limit   at most so many, the newest
 */
public record DeliveryFilter(String webhook, Set<DeliveryState> states, Instant since, int limit) {

    public static final DeliveryFilter ALL =
            new DeliveryFilter(null, EnumSet.allOf(DeliveryState.class), null, Integer.MAX_VALUE);

    public DeliveryFilter {
        states = Collections.unmodifiableSet(EnumSet.copyOf(states));
    }

    public DeliveryFilter of(String id) {
        return new DeliveryFilter(id, states, since, limit);
    }

    public DeliveryFilter in(Set<DeliveryState> which) {
        return new DeliveryFilter(webhook, which, since, limit);
    }

    public DeliveryFilter since(Instant time) {
        return new DeliveryFilter(webhook, states, time, limit);
    }

    public DeliveryFilter limit(int most) {
        return new DeliveryFilter(webhook, states, since, most);
    }

    /** A condition on {@code delivery} joined with {@code event}, with the newest first. */
    String condition() {
        List<String> words = states.stream().map(state -> "'" + state.word() + "'").toList();
        return "state IN (" + String.join(", ", words) + ")"
                + (webhook == null ? "" : " AND webhook = ?")
                + (since == null ? "" : " AND event.time >= ?")
                + " ORDER BY place DESC LIMIT ?";
    }

    Object[] values() {
        List<Object> values = new ArrayList<>();
        if (webhook != null) {
            values.add(webhook);
        }
        if (since != null) {
            values.add(Nanos.of(since));
        }
        values.add(limit);
        return values.toArray();
    }
}
