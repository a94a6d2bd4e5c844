package org.printwire.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A delivery as it is in the file, for people.
 *
 * @param place    what {@code printwire webhook show} and {@code replay} take
 * @param time     when the event happened
 * @param event    name of the event that made it
 * @param job      null outside of one
 * @param topic    name of the topic, which a later version may have written
 * @param picture  the camera whose picture goes along; null: none
 * @param attempts how many were made
 * @param due      when the next attempt is planned; null if none is
 * @param status   of the answer that took it; null if there was none
 * @param reason   why the last attempt failed, or why it was given up; null if none did
 * @param took     how long the receiver needed to take it; null if it did not
 * @param ended    when it was delivered, given up or replaced; null while it waits
 * @param values   the parameters; empty if the disk has damaged them
 */
public record StoredDelivery(long place, String eventId, String webhook, Instant time, String event, String job,
        String topic, String picture, DeliveryState state, int attempts, Instant due, Integer status, String reason,
        Duration took, Instant ended, Map<String, Object> values) {

    static final String SELECT = """
            SELECT place, id, webhook, time, name, job, topic, picture, state, attempts, due, status, reason, took,
                ended, parameters, own, own_is_all
            FROM delivery JOIN event ON event.number = delivery.event WHERE\s""";

    static StoredDelivery read(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        Integer statusOrNull = row.wasNull() ? null : status;
        return new StoredDelivery(row.getLong("place"), row.getString("id"), row.getString("webhook"),
                Nanos.instant(row, "time"), row.getString("name"), row.getString("job"), row.getString("topic"),
                row.getString("picture"), DeliveryState.of(row.getString("state")), row.getInt("attempts"),
                Nanos.instant(row, "due"), statusOrNull, row.getString("reason"), Nanos.duration(row, "took"),
                Nanos.instant(row, "ended"), values(row));
    }

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        try {
            return new Parameters(row.getString("own"), row.getBoolean("own_is_all")).over(row.getString("parameters"));
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }
}
