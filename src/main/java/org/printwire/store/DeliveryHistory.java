package org.printwire.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.printwire.webhook.OutboxException;

/**
 * What people ask of the outbox, also while another program sends from it. What is changed here the other one sees when
 * it next looks for its oldest delivery. One thread at a time.
 */
public final class DeliveryHistory implements AutoCloseable {
    private static final int BATCH = 500;

    private final Database database;

    private DeliveryHistory(Database database) {
        this.database = database;
    }

    /**
     * Opens the file in this folder; makes none.
     *
     * @return empty: nothing was ever kept there
     * @throws OutboxException the file cannot be used; the message says why, for people
     */
    public static Optional<DeliveryHistory> open(Path folder) throws OutboxException {
        return Database.existing(Schema.OUTBOX, folder).map(DeliveryHistory::new);
    }

    /** The newest first. */
    public List<StoredDelivery> list(DeliveryFilter filter) throws OutboxException {
        return run(sql -> sql.all(StoredDelivery::read, StoredDelivery.SELECT + filter.condition(), filter.values()));
    }

    /** @param id a place, or an event's id: then its deliveries to all webhooks. Empty if there is none */
    public List<StoredDelivery> show(String id) throws OutboxException {
        if (id.matches("\\d{1,18}")) {
            List<StoredDelivery> found = run(sql -> sql.all(StoredDelivery::read,
                    StoredDelivery.SELECT + "place = ?", Long.valueOf(id)));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return run(sql -> sql.all(StoredDelivery::read, StoredDelivery.SELECT + "id = ? ORDER BY place", id));
    }

    /**
     * Has it sent once more, from its old place in the order and with its old event id, with its picture if it was given
     * up; what was delivered goes without.
     *
     * @return false: there is none, or it waits already
     */
    public boolean replay(long place) throws OutboxException {
        return again(List.of(place)) > 0;
    }

    /** The same for all that are meant and do not wait. @return how many */
    public int replay(DeliveryFilter filter) throws OutboxException {
        return again(places(filter));
    }

    /** Forgets them, also those that wait. @return how many */
    public int purge(DeliveryFilter filter) throws OutboxException {
        int removed = 0;
        for (List<Long> batch : batches(places(filter))) {
            removed += run(sql -> sql.atomically(all -> Removal.deliveries(all, batch)));
        }
        return removed;
    }

    /** By the id of each webhook that the file knows. @param since events from then on; null: all */
    public Map<String, WebhookStatistics> statistics(Instant since) throws OutboxException {
        Long from = since == null ? Long.valueOf(Long.MIN_VALUE) : Nanos.of(since);
        Map<String, WebhookStatistics> all = new TreeMap<>();
        for (String webhook : run(sql -> sql.all(row -> row.getString(1), "SELECT DISTINCT webhook FROM delivery"))) {
            all.put(webhook, run(sql -> statistics(sql, webhook, from)));
        }
        return all;
    }

    @Override
    public void close() {
        database.close();
    }

    private static WebhookStatistics statistics(Sql sql, String webhook, Long from) throws SQLException {
        String which = " FROM delivery JOIN event ON event.number = delivery.event WHERE webhook = ? AND time >= ?";
        long[] latencies = sql.all(row -> row.getLong(1), "SELECT max(ended - time, 0)" + which
                + " AND state = 'delivered'", webhook, from).stream().mapToLong(Long::longValue).toArray();
        Optional<StoredDelivery> lastFailure = sql.first(StoredDelivery::read, StoredDelivery.SELECT
                + "webhook = ? AND time >= ? AND reason IS NOT NULL ORDER BY place DESC LIMIT 1", webhook, from);
        return sql.first(row -> new WebhookStatistics(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4),
                row.getInt(5), WebhookStatistics.Latency.of(latencies), lastFailure), """
                SELECT total(state = 'delivered'), total(max(attempts - 1, 0)), total(state = 'waiting'),
                    total(state = 'dead'), total(state = 'replaced')""" + which, webhook, from).orElseThrow();
    }

    private List<Long> places(DeliveryFilter filter) throws OutboxException {
        return run(sql -> sql.all(row -> row.getLong(1), "SELECT place FROM delivery JOIN event"
                + " ON event.number = delivery.event WHERE " + filter.condition(), filter.values()));
    }

    private int again(List<Long> places) throws OutboxException {
        int changed = 0;
        for (List<Long> batch : batches(places)) {
            changed += run(sql -> sql.durably(all -> {
                int count = 0;
                for (long place : batch) {
                    count += all.update("""
                            UPDATE delivery SET state = 'waiting', attempts = 0, due = NULL, status = NULL,
                                took = NULL, ended = NULL
                            WHERE place = ? AND state <> 'waiting'""", place);
                }
                return count;
            }));
        }
        return changed;
    }

    /** So that a program that prints is not kept waiting for long. */
    private static List<List<Long>> batches(List<Long> places) {
        List<List<Long>> batches = new ArrayList<>();
        for (int i = 0; i < places.size(); i += BATCH) {
            batches.add(places.subList(i, Math.min(places.size(), i + BATCH)));
        }
        return batches;
    }

    private <T> T run(Sql.Work<T> work) throws OutboxException {
        try {
            return work.run(database.sql());
        } catch (SQLException e) {
            throw database.fault(e);
        }
    }
}
