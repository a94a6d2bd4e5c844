package org.printwire.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.printwire.config.StorageSection;

/**
 * Keeps the file within its bounds. What has ended goes when it is too old. If the file is too large, the oldest of
 * what has ended goes first, then the pictures of what waits, then waiting reports of changing values; other messages
 * that wait are never dropped, whatever the size.
 */
final class Retention {
    private static final int BATCH = 200;
    /** So that a put never waits long because months have gone by. */
    private static final int MOST_BATCHES = 5;
    /** Free pages to keep, 1 MB: to give each back and ask for it again would move others about. */
    private static final int SPARE_PAGES = 1024;

    private final StorageSection storage;

    Retention(StorageSection storage) {
        this.storage = storage;
    }

    /** Takes some milliseconds where there is nothing to do. */
    void tidy(Sql sql, Instant now) throws SQLException {
        Long oldest = Nanos.of(now.minus(storage.retention()));
        boolean more = true;
        for (int i = 0; i < MOST_BATCHES && more; i++) {
            more = remove(sql, "state <> 'waiting' AND ended < ?", oldest);
        }
        shrink(sql);
        giveBack(sql);
    }

    private void shrink(Sql sql) throws SQLException {
        boolean more = true;
        while (more && tooLarge(sql)) {
            more = remove(sql, "state <> 'waiting'") || removePicture(sql)
                    || remove(sql, "state = 'waiting' AND newest");
        }
    }

    /** False: there is none. */
    private static boolean remove(Sql sql, String which, Object... values) throws SQLException {
        return sql.atomically(all -> {
            List<Long> places = all.all(row -> row.getLong(1),
                    "SELECT place FROM delivery WHERE " + which + " ORDER BY place LIMIT " + BATCH, values);
            return Removal.deliveries(all, places) > 0;
        });
    }

    private static boolean removePicture(Sql sql) throws SQLException {
        return sql.update("""
                DELETE FROM picture WHERE (event, camera) IN (
                    SELECT picture.event, camera FROM picture LEFT JOIN event ON event.id = picture.event
                    ORDER BY event.time LIMIT 1)""") > 0;
    }

    private boolean tooLarge(Sql sql) throws SQLException {
        long pages = sql.number("PRAGMA page_count") - sql.number("PRAGMA freelist_count");
        return pages * sql.number("PRAGMA page_size") > storage.maxBytes();
    }

    private static void giveBack(Sql sql) throws SQLException {
        long free = sql.number("PRAGMA freelist_count");
        if (free > SPARE_PAGES) {
            sql.run("PRAGMA incremental_vacuum(" + (free - SPARE_PAGES) + ")");
        }
    }
}
