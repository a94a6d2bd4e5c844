package org.printwire.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.printwire.camera.Jpeg;
import org.printwire.config.StorageSection;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.Outbox;
import org.printwire.webhook.OutboxException;

/**
 * The outbox in {@code printwire.db} of the data folder. An event costs one sync of the disk, however many webhooks it
 * goes to: that of {@link #put}. What became of its deliveries costs none; all of that is written to the log and gets
 * to the disk with the next event's sync. A few more come with each 4 MB, some hundred events or 30 pictures, when the
 * log is copied into the file. So a power cut may forget that the last messages were taken, and they are sent again with the same id.
 *
 * <p>A file that turns out to be damaged is moved aside, with a warning, and a new one begun.
 */
public final class SqliteOutbox implements Outbox {
    /** A print may be short, so the first look at the bounds comes soon. */
    private static final int FIRST_TIDY = 20;
    private static final int TIDY_EACH = 200;

    private final Retention retention;
    private final Claims claims;
    private final Consumer<String> warnings;
    /** Places of those that {@link #oldest} gave out: the newer report of a value must not replace them. */
    private final Map<String, Long> inHand = new HashMap<>();
    private Database database;
    private int writesToTidy = FIRST_TIDY;

    SqliteOutbox(Database database, StorageSection storage, Consumer<String> warnings) {
        this.database = database;
        this.retention = new Retention(storage);
        this.claims = new Claims(database.file().resolveSibling("outbox"));
        this.warnings = warnings;
    }

    /**
     * Opens the outbox in this folder; folder and file are made if they are missing.
     *
     * @param warnings takes a sentence for people when a damaged file was moved aside
     * @throws OutboxException nothing can be kept there; the message says why, for people
     */
    public static SqliteOutbox open(Path folder, StorageSection storage, Consumer<String> warnings)
            throws OutboxException {
        return new SqliteOutbox(Database.open(Schema.OUTBOX, folder, warnings), storage, warnings);
    }

    @Override
    public synchronized List<Delivery> put(List<Delivery> deliveries) throws OutboxException {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        List<Delivery> stored = run(sql -> sql.durably(all -> {
            Arrivals arrivals = new Arrivals(all, inHand);
            List<Delivery> placed = new ArrayList<>();
            for (Delivery delivery : deliveries) {
                placed.add(arrivals.put(delivery));
            }
            return placed;
        }));
        tidyNowAndThen(deliveries.get(deliveries.size() - 1).time());
        return stored;
    }

    /** Nothing is kept for an event that was not {@link #put} yet. */
    @Override
    public synchronized void attach(String eventId, String camera, Jpeg picture) throws OutboxException {
        run(sql -> sql.atomically(all -> {
            all.update("INSERT OR REPLACE INTO picture (event, camera, jpeg) VALUES (?, ?, ?)",
                    eventId, camera, picture.bytes());
            Removal.picturesOf(all, eventId); // It may have come too late for all of them.
            return null;
        }));
    }

    @Override
    public synchronized Optional<Jpeg> picture(String eventId, String camera) throws OutboxException {
        return run(sql -> sql.first(row -> new Jpeg(row.getBytes(1)),
                "SELECT jpeg FROM picture WHERE event = ? AND camera = ?", eventId, camera));
    }

    @Override
    public boolean claim(String webhook) {
        return claims.claim(webhook);
    }

    @Override
    public void release(String webhook) {
        claims.release(webhook);
    }

    @Override
    public synchronized Optional<Waiting> oldest(String webhook, long after) throws OutboxException {
        while (true) {
            Optional<WaitingRow> row = run(sql -> sql.first(WaitingRow::read, WaitingRow.OLDEST, webhook, after));
            if (row.isEmpty()) {
                inHand.remove(webhook);
                return Optional.empty();
            }
            try {
                Waiting waiting = new Waiting(row.get().delivery(), row.get().attempts());
                inHand.put(webhook, row.get().place());
                return Optional.of(waiting);
            } catch (IllegalArgumentException e) {
                run(sql -> sql.update("UPDATE delivery SET state = 'dead', reason = ?, ended = (SELECT time FROM event"
                        + " WHERE number = delivery.event) WHERE place = ?",
                        "cannot be read from the disk any more", row.get().place()));
            }
        }
    }

    @Override
    public synchronized void taken(Delivery delivery, int attempts, int status, Duration took, Instant now)
            throws OutboxException {
        end(delivery, """
                UPDATE delivery SET state = 'delivered', attempts = ?, status = ?, took = ?, ended = ?, due = NULL
                WHERE place = ?""", attempts, status, Nanos.of(took), Nanos.of(now), stored(delivery));
        tidyNowAndThen(now);
    }

    @Override
    public synchronized void postponed(Delivery delivery, int attempts, String reason, Instant due)
            throws OutboxException {
        end(delivery, """
                UPDATE delivery SET attempts = ?, reason = ?, due = ? WHERE place = ?""",
                attempts, reason, Nanos.of(due), stored(delivery));
    }

    @Override
    public synchronized void buried(Delivery delivery, int attempts, String reason, Instant now)
            throws OutboxException {
        end(delivery, """
                UPDATE delivery SET state = 'dead', attempts = ?, reason = ?, ended = ?, due = NULL
                WHERE place = ? AND state = 'waiting'""", attempts, reason, Nanos.of(now), stored(delivery));
        tidyNowAndThen(now);
    }

    @Override
    public synchronized void disable(String webhook, String address, String reason, Instant now)
            throws OutboxException {
        run(sql -> sql.update("INSERT OR REPLACE INTO disabled (webhook, address, reason, time) VALUES (?, ?, ?, ?)",
                webhook, address, reason, Nanos.of(now)));
    }

    @Override
    public synchronized Optional<String> disabled(String webhook, String address) throws OutboxException {
        return run(sql -> sql.first(row -> row.getString(1),
                "SELECT reason FROM disabled WHERE webhook = ? AND address = ?", webhook, address));
    }

    @Override
    public synchronized void enable(String webhook) throws OutboxException {
        run(sql -> sql.update("DELETE FROM disabled WHERE webhook = ?", webhook));
    }

    @Override
    public synchronized int waiting(String webhook) throws OutboxException {
        return run(sql -> (int) sql.number(
                "SELECT count(*) FROM delivery WHERE state = 'waiting' AND webhook = ?", webhook));
    }

    /** Gives the claims back too. */
    @Override
    public synchronized void close() {
        claims.close();
        database.close();
    }

    /** One that was in hand is not any more. It may wait again, unless a newer one of its topic came meanwhile. */
    private void end(Delivery delivery, String update, Object... values) throws OutboxException {
        inHand.remove(delivery.webhook(), delivery.place());
        run(sql -> sql.atomically(all -> {
            all.update(update, values);
            if (delivery.topic().newestOnly()) {
                new Arrivals(all, inHand).replaceByNewest(delivery);
            }
            if (delivery.picture() != null) {
                Removal.picturesOf(all, delivery.eventId());
            }
            return null;
        }));
    }

    private static long stored(Delivery delivery) {
        if (delivery.place() < 1) {
            throw new IllegalArgumentException("not from an outbox: " + delivery.topic() + " for " + delivery.webhook());
        }
        return delivery.place();
    }

    private <T> T run(Sql.Work<T> work) throws OutboxException {
        try {
            return work.run(database.sql());
        } catch (SQLException e) {
            if (!DiskFault.damaged(e)) {
                throw database.fault(e);
            }
        }
        database = database.replaced(warnings);
        inHand.clear();
        try {
            return work.run(database.sql());
        } catch (SQLException e) {
            throw database.fault(e);
        }
    }

    private void tidyNowAndThen(Instant now) {
        if (--writesToTidy > 0) {
            return;
        }
        writesToTidy = TIDY_EACH;
        try {
            retention.tidy(database.sql(), now);
        } catch (SQLException e) {
            // What was asked for is done; the next time may find the disk in a better state.
        }
    }
}
