package org.printwire.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.json.Json;
import org.printwire.webhook.Delivery;

/** Deliveries on their way into the file, within one transaction. */
final class Arrivals {
    private final Sql sql;
    private final Map<String, Long> inHand;
    private final Map<Origin, Event> events = new HashMap<>();

    /** @param inHand places that must not be replaced, by webhook */
    Arrivals(Sql sql, Map<String, Long> inHand) {
        this.sql = sql;
        this.inHand = inHand;
    }

    /** Behind all others. A report of a changing value replaces those of its topic that wait. */
    Delivery put(Delivery delivery) throws SQLException {
        Event event = event(delivery);
        Parameters parameters = Parameters.of(delivery.values(), event.shared);
        boolean newest = delivery.topic().newestOnly();
        sql.update("""
                INSERT INTO delivery (event, webhook, topic, newest, own, own_is_all, picture)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", event.number, delivery.webhook(), delivery.topic().name(), newest,
                parameters.own(), parameters.isAll(), delivery.picture());
        Delivery stored = delivery.at(sql.number("SELECT last_insert_rowid()"));
        if (newest) {
            replace(stored, stored.place(), stored.time());
        }
        return stored;
    }

    /** Marks it as replaced if it waits, and a newer one of its topic too. */
    void replaceByNewest(Delivery delivery) throws SQLException {
        Optional<Long> newest = sql.first(row -> row.getLong(1), """
                SELECT place FROM delivery WHERE state = 'waiting' AND webhook = ? AND topic = ? AND place > ?
                ORDER BY place DESC LIMIT 1""", delivery.webhook(), delivery.topic().name(), delivery.place());
        if (newest.isPresent()) {
            replace(delivery, newest.get(), delivery.time());
        }
    }

    private void replace(Delivery like, long before, Instant now) throws SQLException {
        List<String> events = sql.all(row -> row.getString(1), """
                UPDATE delivery SET state = 'replaced', ended = ?, due = NULL
                WHERE state = 'waiting' AND webhook = ? AND topic = ? AND place < ? AND place <> ?
                RETURNING (SELECT id FROM event WHERE number = delivery.event)""",
                Nanos.of(now), like.webhook(), like.topic().name(), before, inHand.getOrDefault(like.webhook(), 0L));
        for (String event : events) {
            Removal.picturesOf(sql, event);
        }
    }

    /** Its row, which is made for the first of its deliveries. */
    private Event event(Delivery delivery) throws SQLException {
        Origin origin = new Origin(delivery.eventId(), delivery.time(), delivery.event(), delivery.job());
        Event event = events.get(origin);
        if (event == null) {
            event = stored(origin).orElse(null);
            if (event == null) {
                event = made(origin, delivery.values());
            }
            events.put(origin, event);
        }
        return event;
    }

    private Optional<Event> stored(Origin origin) throws SQLException {
        try {
            return sql.first(row -> new Event(row.getLong(1), Json.parseObject(row.getString(2))),
                    "SELECT number, parameters FROM event WHERE id = ? AND time = ? AND name = ? AND job IS ?",
                    origin.id, Nanos.of(origin.time), origin.name, origin.job);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // The disk has changed it.
        }
    }

    private Event made(Origin origin, Map<String, Object> values) throws SQLException {
        sql.update("INSERT INTO event (id, time, name, job, parameters) VALUES (?, ?, ?, ?, ?)",
                origin.id, Nanos.of(origin.time), origin.name, origin.job, Json.object(values));
        return new Event(sql.number("SELECT last_insert_rowid()"), values);
    }

    /** What all deliveries of an event have in common, whatever the webhook. */
    private record Origin(String id, Instant time, String name, String job) {}

    private record Event(long number, Map<String, Object> shared) {}
}
