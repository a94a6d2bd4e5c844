package org.printwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.printwire.store.Samples.NOW;
import static org.printwire.store.Samples.delivery;
import static org.printwire.store.Samples.drain;
import static org.printwire.store.Samples.pictured;
import static org.printwire.store.Samples.progress;
import static org.printwire.store.Samples.put;
import static org.printwire.store.Samples.said;
import static org.printwire.store.Samples.take;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.camera.Jpeg;
import org.printwire.config.StorageSection;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.Outbox;
import org.printwire.webhook.OutboxException;
import org.printwire.webhook.Topic;

class SqliteOutboxTest {

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private final List<SqliteOutbox> opened = new ArrayList<>();
    private Database database;

    @AfterEach
    void close() {
        opened.forEach(SqliteOutbox::close);
    }

    @Test
    void all_is_there_again_after_reopening() throws OutboxException {
        SqliteOutbox outbox = open();
        Delivery first = put(outbox, pictured("a", 1));
        put(outbox, said("a", 2));
        outbox.attach("event-1", "nozzle", new Jpeg(new byte[] {1, 2, 3}));
        outbox.postponed(first, 4, "answered 500", NOW.plusSeconds(60));
        outbox.disable("b", "1234", "answered 410", NOW);
        outbox.close();

        SqliteOutbox again = open();

        assertThat(again.oldest("a")).contains(new Outbox.Waiting(first, 4));
        assertThat(again.picture("event-1", "nozzle").orElseThrow().bytes()).containsExactly(1, 2, 3);
        assertThat(again.disabled("b", "1234")).contains("answered 410");
        assertThat(drain(again, "a")).containsExactly("event-1", "event-2");
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_place_is_never_given_twice_even_if_the_file_was_emptied_meanwhile() throws OutboxException {
        SqliteOutbox outbox = open();
        long last = put(outbox, said("a", 1)).place();
        DeliveryHistory.open(folder).orElseThrow().purge(DeliveryFilter.ALL);
        outbox.close();

        assertThat(put(open(), said("a", 2)).place()).isGreaterThan(last);
    }

    @Test
    void the_parameters_of_an_event_are_stored_once_for_all_webhooks() throws OutboxException {
        SqliteOutbox outbox = open();
        outbox.put(List.of(said("a", 1), said("b", 1), said("c", 1)));

        assertThat(count("SELECT count(*) FROM event")).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM delivery WHERE own IS NULL")).isEqualTo(3);
    }

    @Test
    void one_id_for_different_events_mixes_nothing_up() throws OutboxException {
        SqliteOutbox outbox = open();
        Delivery later = new Delivery(0, "event-1", "b", NOW.plusNanos(1), "Other", null, Topic.ERROR, Map.of(), null);

        List<Delivery> stored = outbox.put(List.of(said("a", 1), later));

        assertThat(outbox.oldest("a").orElseThrow().delivery()).isEqualTo(stored.get(0));
        assertThat(outbox.oldest("b").orElseThrow().delivery()).isEqualTo(stored.get(1));
    }

    @Test
    void an_outbox_that_fails_within_a_put_keeps_none_of_it() throws OutboxException {
        SqliteOutbox outbox = open();
        Map<String, Object> noJson = Map.of("extra", new Object());

        assertThatThrownBy(() -> outbox.put(List.of(said("a", 1), delivery("e", "a", Topic.ERROR, noJson, null))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(outbox.waiting("a")).isZero();
        put(outbox, said("a", 2));
        assertThat(drain(outbox, "a")).containsExactly("event-2");
    }

    @Test
    void a_full_disk_is_told_in_words_for_people_and_passes() throws Exception {
        SqliteOutbox outbox = open();
        put(outbox, said("a", 1));
        database.sql().run("PRAGMA max_page_count = " + database.sql().number("PRAGMA page_count"));

        assertThatThrownBy(() -> {
            for (int i = 2; i < 50; i++) {
                put(outbox, delivery("big-" + i, "a", Topic.ERROR, Map.of("x", "y".repeat(4000)), null));
            }
        }).isInstanceOf(OutboxException.class)
                .hasMessage("the disk is full: nothing more can be kept in " + folder.resolve("printwire.db"));

        database.sql().run("PRAGMA max_page_count = 1000000");
        put(outbox, said("a", 99));
        assertThat(drain(outbox, "a")).startsWith("event-1").endsWith("event-99").doesNotHaveDuplicates();
    }

    @Test
    void a_delivery_that_the_disk_has_changed_is_buried_and_holds_up_nobody() throws Exception {
        SqliteOutbox outbox = open();
        put(outbox, said("a", 1));
        put(outbox, said("a", 2));
        database.sql().update("UPDATE event SET parameters = '{\"x' WHERE id = 'event-1'");

        assertThat(drain(outbox, "a")).containsExactly("event-2");
        try (DeliveryHistory history = DeliveryHistory.open(folder).orElseThrow()) {
            assertThat(history.show("event-1").get(0).reason()).isEqualTo("cannot be read from the disk any more");
            assertThat(history.show("event-1").get(0).values()).isEmpty();
        }
    }

    @Test
    void one_of_two_outboxes_may_send_and_the_other_may_put() throws OutboxException {
        SqliteOutbox sender = open();
        SqliteOutbox other = open();

        assertThat(sender.claim("a/b")).isTrue();
        assertThat(other.claim("a/b")).isFalse();
        assertThat(other.claim("c")).isTrue();
        put(other, said("a/b", 1));
        assertThat(drain(sender, "a/b")).containsExactly("event-1");

        sender.close();
        assertThat(other.claim("a/b")).isTrue();
    }

    @Test
    void what_another_program_has_replaced_in_our_hand_counts_as_delivered_if_it_was() throws OutboxException {
        SqliteOutbox sender = open();
        SqliteOutbox other = open();
        Delivery first = put(sender, progress("a", 1));
        sender.oldest("a");
        put(other, progress("a", 2));

        sender.taken(first, 1, 200, Duration.ofMillis(5), NOW);

        assertThat(drain(sender, "a")).containsExactly("event-2");
        try (DeliveryHistory history = DeliveryHistory.open(folder).orElseThrow()) {
            assertThat(history.show("event-1").get(0).state()).isEqualTo(DeliveryState.DELIVERED);
        }
    }

    @Test
    void one_that_was_not_put_cannot_end() throws OutboxException {
        SqliteOutbox outbox = open();

        assertThatThrownBy(() -> take(outbox, said("a", 1)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not from an outbox");
    }

    private SqliteOutbox open() throws OutboxException {
        database = Database.open(Schema.OUTBOX, folder, warnings::add);
        SqliteOutbox outbox = new SqliteOutbox(database, StorageSection.DEFAULTS, warnings::add);
        opened.add(outbox);
        return outbox;
    }

    private long count(String query) {
        try {
            return database.sql().number(query);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}
