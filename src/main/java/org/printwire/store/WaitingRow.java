package org.printwire.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.Topic;

/** A delivery and its event as they lie in the file. */
record WaitingRow(long place, String eventId, String webhook, Instant time, String event, String job, String topic,
        boolean newest, String shared, Parameters parameters, String picture, int attempts) {

    static final String OLDEST = """
            SELECT place, id, webhook, time, name, job, topic, newest, parameters, own, own_is_all, picture, attempts
            FROM delivery JOIN event ON event.number = delivery.event
            WHERE state = 'waiting' AND webhook = ? AND place > ? ORDER BY place LIMIT 1""";

    static WaitingRow read(ResultSet row) throws SQLException {
        return new WaitingRow(row.getLong("place"), row.getString("id"), row.getString("webhook"),
                Nanos.instant(row, "time"), row.getString("name"), row.getString("job"), row.getString("topic"),
                row.getBoolean("newest"), row.getString("parameters"),
                new Parameters(row.getString("own"), row.getBoolean("own_is_all")), row.getString("picture"),
                row.getInt("attempts"));
    }

    /** @throws IllegalArgumentException the disk has changed it, so that it is not JSON any more */
    Delivery delivery() {
        return new Delivery(place, eventId, webhook, time, event, job, known(), parameters.over(shared), picture);
    }

    /** One that only a later version knows is delivered too, with its name as the message. */
    private Topic known() {
        return Topic.named(topic).orElseGet(() ->
                new Topic(topic, new Topic(topic, "", newest).title() + ".", newest));
    }
}
