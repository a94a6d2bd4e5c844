package org.printwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.store.Samples.NOW;
import static org.printwire.store.Samples.delivery;
import static org.printwire.store.Samples.put;
import static org.printwire.store.Samples.said;
import static org.printwire.store.Samples.take;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.camera.Jpeg;
import org.printwire.config.StorageSection;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.OutboxException;
import org.printwire.webhook.Topic;

class RetentionTest {
    private static final long MB = 1_000_000;

    @TempDir
    Path folder;

    private Database database;
    private SqliteOutbox outbox;

    @BeforeEach
    void open() throws OutboxException {
        database = Database.open(Schema.OUTBOX, folder, warning -> { });
        outbox = new SqliteOutbox(database, StorageSection.DEFAULTS, warning -> { });
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void what_ended_longer_ago_than_the_retention_goes_with_its_event_and_what_waits_stays() throws Exception {
        take(outbox, put(outbox, said("a", 1)));
        outbox.buried(put(outbox, said("a", 2)), 1, "answered 404", NOW.plus(Duration.ofDays(2)));
        put(outbox, said("a", 3));

        tidy(Duration.ofDays(30), 200 * MB, Duration.ofDays(31));

        assertThat(ids()).containsExactly("event-2", "event-3");
        tidy(Duration.ofDays(30), 200 * MB, Duration.ofDays(1000));
        assertThat(ids()).containsExactly("event-3");
        assertThat(outbox.waiting("a")).isEqualTo(1);
    }

    @Test
    void an_event_stays_while_one_of_its_deliveries_does() throws Exception {
        List<Delivery> stored = outbox.put(List.of(said("a", 1), said("b", 1)));
        take(outbox, stored.get(0));

        tidy(Duration.ofDays(1), 200 * MB, Duration.ofDays(31));

        assertThat(outbox.oldest("b").orElseThrow().delivery()).isEqualTo(stored.get(1));
    }

    @Test
    void beyond_the_size_the_oldest_that_ended_go_first_and_the_file_shrinks() throws Exception {
        List<Delivery> many = IntStream.range(0, 3000).mapToObj(i -> big("a", i, Topic.ERROR)).toList();
        for (Delivery delivery : outbox.put(many)) {
            take(outbox, delivery);
        }
        put(outbox, big("a", 3000, Topic.ERROR));

        tidy(Duration.ofDays(30), 2 * MB, Duration.ZERO);

        assertThat(ids()).doesNotContain("big-0", "big-1").contains("big-2999", "big-3000").hasSizeGreaterThan(200);
        outbox.close();
        assertThat(Files.size(folder.resolve("printwire.db"))).isLessThan(2 * MB + MB + MB / 2);
        open();
    }

    @Test
    void then_pictures_of_what_waits_then_waiting_reports_of_values_and_never_state_events() throws Exception {
        outbox.put(List.of(delivery("old", "a", Topic.ERROR, Map.of(), "nozzle"),
                delivery("new", "b", Topic.ERROR, Map.of(), "nozzle")));
        outbox.attach("old", "nozzle", new Jpeg(new byte[(int) MB]));
        outbox.attach("new", "nozzle", new Jpeg(new byte[(int) MB]));
        put(outbox, big("c", 1, Topic.PRINT_PROGRESS));

        tidy(Duration.ofDays(30), 3 * MB / 2, Duration.ZERO);
        assertThat(pictures()).isEqualTo(1);
        assertThat(outbox.waiting("c")).isEqualTo(1);

        tidy(Duration.ofDays(30), 1, Duration.ZERO);
        assertThat(pictures()).isZero();
        assertThat(outbox.waiting("c")).isZero();
        assertThat(ids()).containsExactly("old", "new");
    }

    @Test
    void it_happens_by_itself_now_and_then() throws Exception {
        StorageSection small = new StorageSection(Duration.ofDays(30), MB);
        try (SqliteOutbox bounded = SqliteOutbox.open(folder, small, warning -> { })) {
            for (int i = 0; i < 1000; i++) {
                take(bounded, put(bounded, big("a", i, Topic.ERROR)));
            }
        }

        assertThat(Files.size(folder.resolve("printwire.db"))).isLessThan(3 * MB);
    }

    private void tidy(Duration retention, long maxBytes, Duration later) throws Exception {
        new Retention(new StorageSection(retention, maxBytes)).tidy(database.sql(), NOW.plus(later));
    }

    private static Delivery big(String webhook, int number, Topic topic) {
        return delivery("big-" + number, webhook, topic, Map.of("x", "y".repeat(3000)), null);
    }

    private List<String> ids() throws Exception {
        return database.sql().all(row -> row.getString(1), "SELECT id FROM event ORDER BY number");
    }

    private long pictures() throws Exception {
        return database.sql().number("SELECT count(*) FROM picture");
    }
}
