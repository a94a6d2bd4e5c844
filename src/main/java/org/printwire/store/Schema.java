package org.printwire.store;

import java.sql.SQLException;
import java.util.List;

/**
 * The tables, as the steps that made them; {@code user_version} counts those that a file has. A step that was in a
 * release is never changed, a new one is added.
 *
 * <p>An event goes to several webhooks with almost the same parameters, which are most of the bytes: they are in the
 * row of the event, and a delivery has only those of its own. What changes while a delivery waits is in the delivery's
 * small row, so that an attempt writes little. A picture has a table of its own since it goes before its delivery does.
 *
 * <p>Times are nanoseconds since 1970 and {@code took} is nanoseconds, so that what is read is what was put.
 */
final class Schema {

    /** What waits for webhooks. */
    static final Schema OUTBOX = new Schema("printwire.db", "messages that waited in the old one are not sent",
            """
            CREATE TABLE event (
                number INTEGER PRIMARY KEY,
                id TEXT NOT NULL,
                time INTEGER NOT NULL,
                name TEXT NOT NULL,
                job TEXT,
                parameters TEXT NOT NULL);
            CREATE INDEX event_id ON event (id);
            CREATE TABLE delivery (
                place INTEGER PRIMARY KEY AUTOINCREMENT,
                event INTEGER NOT NULL,
                webhook TEXT NOT NULL,
                topic TEXT NOT NULL,
                newest INTEGER NOT NULL,
                own TEXT,
                own_is_all INTEGER NOT NULL,
                picture TEXT,
                state TEXT NOT NULL DEFAULT 'waiting',
                attempts INTEGER NOT NULL DEFAULT 0,
                due INTEGER,
                status INTEGER,
                reason TEXT,
                took INTEGER,
                ended INTEGER);
            CREATE INDEX delivery_waiting ON delivery (webhook, place) WHERE state = 'waiting';
            CREATE INDEX delivery_event ON delivery (event);
            CREATE TABLE picture (
                event TEXT NOT NULL,
                camera TEXT NOT NULL,
                jpeg BLOB NOT NULL,
                PRIMARY KEY (event, camera)) WITHOUT ROWID;
            CREATE TABLE disabled (
                webhook TEXT PRIMARY KEY,
                address TEXT NOT NULL,
                reason TEXT NOT NULL,
                time INTEGER NOT NULL) WITHOUT ROWID;
            """);

    /**
     * What was printed. A file of its own: the outbox is bounded and its oldest rows go, a job stays; and a file that
     * breaks takes only its own with it.
     */
    static final Schema HISTORY = new Schema("history.db", "the prints in the old one are not listed",
            """
            CREATE TABLE print (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                file TEXT NOT NULL,
                path TEXT NOT NULL,
                bytes INTEGER NOT NULL,
                sha1 TEXT,
                profile TEXT,
                machine TEXT,
                uuid TEXT,
                port TEXT,
                started INTEGER NOT NULL,
                ended INTEGER,
                printed REAL NOT NULL,
                paused REAL NOT NULL,
                pauses INTEGER NOT NULL,
                result TEXT NOT NULL,
                reason TEXT,
                detail TEXT,
                percent INTEGER NOT NULL,
                position INTEGER,
                line INTEGER,
                layer INTEGER,
                layers INTEGER,
                filament TEXT,
                resends INTEGER,
                heating REAL);
            CREATE INDEX print_sha1 ON print (sha1);
            """);

    private final String fileName;
    private final String loss;
    private final List<String> steps;

    private Schema(String fileName, String loss, String... steps) {
        this.fileName = fileName;
        this.loss = loss;
        this.steps = List.of(steps);
    }

    /** In the data folder. */
    String fileName() {
        return fileName;
    }

    /** What it means that a damaged file was moved aside, for people. */
    String loss() {
        return loss;
    }

    /** How many steps this program knows. */
    int version() {
        return steps.size();
    }

    static long version(Sql sql) throws SQLException {
        return sql.number("PRAGMA user_version");
    }

    /** Takes the steps that the file has not taken yet; safe while another program does the same. */
    void bringUp(Sql sql) throws SQLException {
        if (version(sql) >= version()) {
            return;
        }
        sql.atomically(all -> {
            for (long step = version(all); step < version(); step++) {
                all.run(steps.get((int) step));
            }
            all.run("PRAGMA user_version = " + Math.max(version(), version(all)));
            return null;
        });
    }
}
