package org.printwire.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes rows away whole: deliveries with events that nobody refers to any more, and pictures that nothing needs: what was
 * given up keeps its picture, since it may be sent again.
 */
final class Removal {
    private static final String UNWANTED = """
            DELETE FROM picture WHERE event = ? AND NOT EXISTS (
                SELECT 1 FROM event JOIN delivery ON delivery.event = event.number
                WHERE event.id = picture.event AND delivery.picture = picture.camera AND delivery.state IN ('waiting', 'dead'))""";

    private Removal() {}

    /** The pictures of this event that no delivery can need any more. */
    static void picturesOf(Sql sql, String eventId) throws SQLException {
        sql.update(UNWANTED, eventId);
    }

    /** @return how many there were */
    static int deliveries(Sql sql, List<Long> places) throws SQLException {
        Set<Long> events = new TreeSet<>();
        int removed = 0;
        for (long place : places) {
            List<Long> event = sql.all(row -> row.getLong(1), "SELECT event FROM delivery WHERE place = ?", place);
            events.addAll(event);
            removed += sql.update("DELETE FROM delivery WHERE place = ?", place);
        }
        for (long event : events) {
            for (String id : sql.all(row -> row.getString(1), "SELECT id FROM event WHERE number = ?", event)) {
                picturesOf(sql, id);
            }
            sql.update("DELETE FROM event WHERE number = ?1"
                    + " AND NOT EXISTS (SELECT 1 FROM delivery WHERE event = ?1)", event);
        }
        return removed;
    }
}
