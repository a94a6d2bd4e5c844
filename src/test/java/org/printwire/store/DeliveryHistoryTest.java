package org.printwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.store.Samples.NOW;
import static org.printwire.store.Samples.drain;
import static org.printwire.store.Samples.progress;
import static org.printwire.store.Samples.pictured;
import static org.printwire.store.Samples.put;
import static org.printwire.store.Samples.said;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.config.StorageSection;
import org.printwire.camera.Jpeg;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.Outbox;
import org.printwire.webhook.OutboxException;
import org.printwire.webhook.Topic;

class DeliveryHistoryTest {
    private static final DeliveryFilter DEAD = DeliveryFilter.ALL.in(EnumSet.of(DeliveryState.DEAD));

    @TempDir
    Path folder;

    private SqliteOutbox outbox;
    private DeliveryHistory history;

    @BeforeEach
    void open() throws OutboxException {
        outbox = SqliteOutbox.open(folder, StorageSection.DEFAULTS, warning -> { });
        history = DeliveryHistory.open(folder).orElseThrow();
    }

    @AfterEach
    void close() {
        history.close();
        outbox.close();
    }

    @Test
    void where_nothing_was_ever_kept_there_is_no_history_and_no_file_is_made(@TempDir Path empty) throws OutboxException {
        assertThat(DeliveryHistory.open(empty)).isEmpty();
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void a_delivery_tells_its_whole_story() throws OutboxException {
        Delivery delivery = put(outbox, said("a", 1));
        outbox.postponed(delivery, 2, "answered 503", NOW.plusSeconds(30));
        assertThat(only("event-1")).isEqualTo(new StoredDelivery(delivery.place(), "event-1", "a", NOW, "JobDone",
                "cube.gcode", "PrintDone", null, DeliveryState.WAITING, 2, NOW.plusSeconds(30), null, "answered 503",
                null, null, delivery.values()));

        outbox.taken(delivery, 3, 204, Duration.ofMillis(12), NOW.plusSeconds(31));

        assertThat(only(String.valueOf(delivery.place()))).isEqualTo(new StoredDelivery(delivery.place(), "event-1",
                "a", NOW, "JobDone", "cube.gcode", "PrintDone", null, DeliveryState.DELIVERED, 3, null, 204,
                "answered 503", Duration.ofMillis(12), NOW.plusSeconds(31), delivery.values()));
    }

    @Test
    void an_event_is_shown_for_all_its_webhooks_and_an_unknown_one_for_none() throws OutboxException {
        outbox.put(List.of(said("a", 1), said("b", 1)));

        assertThat(history.show("event-1")).extracting(StoredDelivery::webhook).containsExactly("a", "b");
        assertThat(history.show("event-2")).isEmpty();
        assertThat(history.show("99999999999999999999")).isEmpty();
    }

    @Test
    void the_newest_come_first_filtered_by_webhook_state_time_and_number() throws OutboxException {
        outbox.put(List.of(said("a", 1), said("b", 1)));
        bury(said("a", 2), "answered 404");
        put(outbox, new Delivery(0, "event-3", "a", NOW.plusSeconds(60), "x", null, Topic.ERROR, Map.of(), null));

        assertThat(ids(DeliveryFilter.ALL)).containsExactly("event-3", "event-2", "event-1", "event-1");
        assertThat(ids(DeliveryFilter.ALL.limit(2))).containsExactly("event-3", "event-2");
        assertThat(ids(DeliveryFilter.ALL.of("b"))).containsExactly("event-1");
        assertThat(ids(DEAD)).containsExactly("event-2");
        assertThat(ids(DEAD.of("b"))).isEmpty();
        assertThat(ids(DeliveryFilter.ALL.since(NOW.plusSeconds(1)))).containsExactly("event-3");
    }

    @Test
    void a_replayed_one_goes_out_from_its_old_place_with_its_old_id_and_as_if_new() throws OutboxException {
        Delivery dead = bury(said("a", 1), "answered 404");
        put(outbox, said("a", 2));

        assertThat(history.replay(dead.place())).isTrue();
        assertThat(history.replay(dead.place())).isFalse();
        assertThat(history.replay(4711)).isFalse();

        assertThat(outbox.oldest("a")).contains(new Outbox.Waiting(dead, 0));
        assertThat(drain(outbox, "a")).containsExactly("event-1", "event-2");
    }

    @Test
    void what_was_given_up_keeps_its_picture_for_a_replay() throws OutboxException {
        Delivery dead = put(outbox, pictured("a", 1));
        outbox.attach(dead.eventId(), dead.picture(), new Jpeg(new byte[] {1, 2}));
        outbox.buried(dead, 1, "answered 404", NOW);

        assertThat(history.replay(dead.place())).isTrue();

        assertThat(outbox.picture(dead.eventId(), dead.picture())).isPresent();
    }

    @Test
    void all_that_are_meant_are_replayed() throws OutboxException {
        bury(said("a", 1), "answered 404");
        bury(said("a", 2), "answered 404");
        bury(said("b", 3), "answered 404");
        put(outbox, said("a", 4));

        assertThat(history.replay(DEAD.of("a"))).isEqualTo(2);

        assertThat(drain(outbox, "a")).containsExactly("event-1", "event-2", "event-4");
        assertThat(drain(outbox, "b")).isEmpty();
        assertThat(history.replay(DeliveryFilter.ALL.of("a"))).isEqualTo(3);
    }

    @Test
    void what_is_purged_is_forgotten_with_its_event() throws OutboxException {
        bury(said("a", 1), "answered 404");
        put(outbox, said("gone", 2));
        put(outbox, said("a", 3));

        assertThat(history.purge(DEAD)).isEqualTo(1);
        assertThat(history.purge(DeliveryFilter.ALL.of("gone"))).isEqualTo(1);

        assertThat(ids(DeliveryFilter.ALL)).containsExactly("event-3");
        assertThat(history.show("event-1")).isEmpty();
    }

    @Test
    void numbers_are_told_by_webhook() throws OutboxException {
        for (int i = 1; i <= 20; i++) {
            Delivery delivery = put(outbox, said("a", i));
            outbox.taken(delivery, i == 1 ? 3 : 1, 200, Duration.ofMillis(1), NOW.plusMillis(i));
        }
        bury(said("a", 21), "answered 404");
        bury(said("a", 22), "answered 405");
        put(outbox, progress("a", 23));
        put(outbox, progress("a", 24));
        put(outbox, said("b", 25));

        Map<String, WebhookStatistics> all = history.statistics(null);

        WebhookStatistics a = all.get("a");
        assertThat(List.of(a.delivered(), a.retries(), a.waiting(), a.dead(), a.replaced()))
                .containsExactly(20, 2, 1, 2, 1);
        assertThat(a.latency()).contains(new WebhookStatistics.Latency(
                Duration.ofMillis(10), Duration.ofMillis(19), Duration.ofMillis(20)));
        assertThat(a.lastFailure().orElseThrow().reason()).isEqualTo("answered 405");
        assertThat(all.get("b")).isEqualTo(new WebhookStatistics(0, 0, 1, 0, 0, Optional.empty(), Optional.empty()));
        Instant later = NOW.plusSeconds(1);
        assertThat(history.statistics(later).get("a").delivered()).isZero();
    }

    private Delivery bury(Delivery delivery, String reason) throws OutboxException {
        Delivery stored = put(outbox, delivery);
        outbox.buried(stored, 1, reason, NOW.plusSeconds(1));
        return stored;
    }

    private StoredDelivery only(String id) throws OutboxException {
        List<StoredDelivery> found = history.show(id);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> ids(DeliveryFilter filter) throws OutboxException {
        return history.list(filter).stream().map(StoredDelivery::eventId).toList();
    }
}
