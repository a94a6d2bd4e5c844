package org.printwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.store.Samples.NOW;
import static org.printwire.store.Samples.delivery;
import static org.printwire.store.Samples.drain;
import static org.printwire.store.Samples.pictured;
import static org.printwire.store.Samples.progress;
import static org.printwire.store.Samples.put;
import static org.printwire.store.Samples.said;
import static org.printwire.store.Samples.take;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.camera.Jpeg;
import org.printwire.config.StorageSection;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.MemoryOutbox;
import org.printwire.webhook.Outbox;
import org.printwire.webhook.OutboxException;
import org.printwire.webhook.Topic;

/** What both outboxes keep. */
class OutboxContractTest {

    @TempDir
    Path folder;

    enum Kind {
        SQLITE, MEMORY;

        Outbox open(Path folder) throws OutboxException {
            return this == MEMORY ? new MemoryOutbox()
                    : SqliteOutbox.open(folder, StorageSection.DEFAULTS, warning -> { });
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(Kind.values());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_comes_out_is_what_was_put_in_with_a_place(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            Delivery stored = put(outbox, said("slack", 1));

            assertThat(stored).isEqualTo(said("slack", 1).at(stored.place()));
            assertThat(stored.place()).isPositive();
            assertThat(outbox.oldest("slack")).contains(new Outbox.Waiting(stored, 0));
            assertThat(List.copyOf(outbox.oldest("slack").orElseThrow().delivery().values().keySet()))
                    .isEqualTo(List.copyOf(Samples.values(1).keySet()));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_delivery_without_a_job_comes_back_without_one(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            Delivery stored = put(outbox, new Delivery(0, "e", "slack", NOW, "Connected", null,
                    Topic.named("Connected").orElseThrow(), Map.of(), null));

            assertThat(outbox.oldest("slack")).contains(new Outbox.Waiting(stored, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliveries_of_one_event_each_keep_their_own_values_in_their_own_order(Kind kind) throws OutboxException {
        Map<String, Object> first = Samples.values(1);
        Map<String, Object> other = Samples.values(1);
        other.put("topic", "Custom Event");
        Map<String, Object> fewer = Samples.values(1);
        fewer.remove("job");
        List<String> names = new ArrayList<>(first.keySet());
        Collections.reverse(names);
        Map<String, Object> reversed = new LinkedHashMap<>();
        names.forEach(name -> reversed.put(name, first.get(name)));
        Map<String, Object> turned = Samples.values(1);
        turned.put("extra", new LinkedHashMap<>(Map.of("time", 12.5)));
        List<Map<String, Object>> all = List.of(first, other, fewer, reversed, turned, Map.of());
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            deliveries.add(delivery("e", "hook" + i, Topic.ERROR, all.get(i), null));
        }

        try (Outbox outbox = kind.open(folder)) {
            outbox.put(deliveries.subList(0, 3));
            outbox.put(deliveries.subList(3, all.size()));

            for (int i = 0; i < all.size(); i++) {
                Delivery stored = outbox.oldest("hook" + i).orElseThrow().delivery();
                assertThat(stored).isEqualTo(deliveries.get(i).at(stored.place()));
                assertThat(stored.values().toString()).isEqualTo(all.get(i).toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_webhook_has_its_own_line_in_the_order_of_arrival(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            outbox.put(List.of(said("a", 1), said("b", 1)));
            outbox.put(List.of(said("b", 2)));
            outbox.put(List.of(said("a", 3), said("b", 3)));

            assertThat(outbox.waiting("a")).isEqualTo(2);
            assertThat(drain(outbox, "b")).containsExactly("event-1", "event-2", "event-3");
            assertThat(drain(outbox, "a")).containsExactly("event-1", "event-3");
            assertThat(outbox.waiting("a")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothing_put_is_nothing_kept(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            assertThat(outbox.put(List.of())).isEmpty();
            assertThat(outbox.oldest("a")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void one_that_was_put_off_is_still_the_next_and_remembers_its_attempts(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            Delivery first = put(outbox, said("a", 1));
            put(outbox, said("a", 2));
            outbox.oldest("a");

            outbox.postponed(first, 3, "answered 500", NOW.plusSeconds(600));

            assertThat(outbox.oldest("a")).contains(new Outbox.Waiting(first, 3));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_was_taken_or_buried_does_not_come_again(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            Delivery first = put(outbox, said("a", 1));
            Delivery second = put(outbox, said("a", 2));

            outbox.taken(first, 1, 204, Duration.ofMillis(3), NOW);
            outbox.buried(second, 1, "answered 404", NOW);

            assertThat(outbox.oldest("a")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void newer_progress_takes_the_place_of_older_progress_and_of_nothing_else(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            put(outbox, progress("a", 1));
            put(outbox, progress("b", 1));
            put(outbox, delivery("layer", "a", Topic.named("Layer").orElseThrow(), Map.of(), null));
            put(outbox, said("a", 2));
            put(outbox, progress("a", 3));
            put(outbox, said("a", 4));

            assertThat(drain(outbox, "a")).containsExactly("layer", "event-2", "event-3", "event-4");
            assertThat(drain(outbox, "b")).containsExactly("event-1");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void progress_within_one_put_is_replaced_too(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            outbox.put(List.of(progress("a", 1), progress("a", 2)));

            assertThat(drain(outbox, "a")).containsExactly("event-2");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void state_events_are_never_replaced(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            put(outbox, said("a", 1));
            put(outbox, said("a", 2));

            assertThat(outbox.waiting("a")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void progress_in_hand_is_not_replaced(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            Delivery first = put(outbox, progress("a", 1));
            outbox.oldest("a");

            put(outbox, progress("a", 2));

            assertThat(outbox.oldest("a")).contains(new Outbox.Waiting(first, 0));
            assertThat(drain(outbox, "a")).containsExactly("event-1", "event-2");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void progress_in_hand_is_replaced_when_it_is_put_off_and_a_newer_one_waits(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            Delivery first = put(outbox, progress("a", 1));
            outbox.oldest("a");
            put(outbox, progress("a", 2));
            put(outbox, said("a", 3));

            outbox.postponed(first, 1, "answered 503", NOW.plusSeconds(5));

            assertThat(drain(outbox, "a")).containsExactly("event-2", "event-3");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void progress_that_was_put_off_can_be_replaced_again(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            Delivery first = put(outbox, progress("a", 1));
            outbox.oldest("a");
            outbox.postponed(first, 1, "answered 503", NOW.plusSeconds(5));

            put(outbox, progress("a", 2));

            assertThat(drain(outbox, "a")).containsExactly("event-2");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_picture_stays_until_the_last_delivery_that_wants_it_is_taken(Kind kind) throws OutboxException {
        Jpeg jpeg = new Jpeg(new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 7});
        try (Outbox outbox = kind.open(folder)) {
            List<Delivery> stored = outbox.put(List.of(pictured("a", 1), pictured("b", 1), said("c", 1)));
            outbox.attach("event-1", "nozzle", jpeg);

            take(outbox, stored.get(0));
            assertThat(outbox.picture("event-1", "nozzle").orElseThrow().bytes()).isEqualTo(jpeg.bytes());
            outbox.postponed(stored.get(1), 1, "answered 500", NOW);
            assertThat(outbox.picture("event-1", "nozzle")).isPresent();
            take(outbox, stored.get(1));
            assertThat(outbox.picture("event-1", "nozzle")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_picture_of_replaced_progress_goes_with_it(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            put(outbox, delivery("e1", "a", Topic.PRINT_PROGRESS, Map.of(), "nozzle"));
            outbox.attach("e1", "nozzle", new Jpeg(new byte[1]));

            put(outbox, delivery("e2", "a", Topic.PRINT_PROGRESS, Map.of(), "nozzle"));

            assertThat(outbox.picture("e1", "nozzle")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_picture_that_comes_too_late_is_not_kept(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            take(outbox, put(outbox, pictured("a", 1)));

            outbox.attach("event-1", "nozzle", new Jpeg(new byte[1]));

            assertThat(outbox.picture("event-1", "nozzle")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void one_picture_does_not_stand_for_another(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            put(outbox, pictured("a", 1));
            outbox.attach("event-1", "nozzle", new Jpeg(new byte[1]));

            assertThat(outbox.picture("event-1", "bed")).isEmpty();
            assertThat(outbox.picture("event-2", "nozzle")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void one_at_a_time_may_send_for_a_webhook(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            assertThat(outbox.claim("a")).isTrue();
            assertThat(outbox.claim("a")).isFalse();
            assertThat(outbox.claim("b")).isTrue();

            outbox.release("a");

            assertThat(outbox.claim("a")).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_webhook_is_switched_off_for_one_address_until_it_is_switched_on(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            outbox.disable("a", "1234", "answered 410", NOW);

            assertThat(outbox.disabled("a", "1234")).contains("answered 410");
            assertThat(outbox.disabled("a", "5678")).isEmpty();
            assertThat(outbox.disabled("b", "1234")).isEmpty();

            outbox.enable("a");
            assertThat(outbox.disabled("a", "1234")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_topic_that_only_a_later_version_knows_is_delivered_under_its_name(Kind kind) throws OutboxException {
        try (Outbox outbox = kind.open(folder)) {
            put(outbox, delivery("e", "a", new Topic("BedLevelled", "The bed is level.", false), Map.of(), null));

            Delivery oldest = outbox.oldest("a").orElseThrow().delivery();
            assertThat(oldest.topic().title()).isEqualTo("Bed Levelled");
            assertThat(oldest.topic().message()).isIn("The bed is level.", "Bed Levelled.");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void several_threads_may_use_it_at_once(Kind kind) throws Exception {
        try (Outbox outbox = kind.open(folder)) {
            List<Thread> threads = new ArrayList<>();
            List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
            for (String webhook : List.of("a", "b", "c")) {
                Thread thread = new Thread(() -> {
                    try {
                        for (int i = 0; i < 30; i++) {
                            put(outbox, said(webhook, i));
                        }
                        assertThat(drain(outbox, webhook)).hasSize(30).startsWith("event-0").endsWith("event-29");
                    } catch (OutboxException | RuntimeException | AssertionError e) {
                        failures.add(e);
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(failures).isEmpty();
        }
    }
}
