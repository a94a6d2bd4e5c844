package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.printwire.camera.Jpeg;

class MemoryOutboxTest {

    private final MemoryOutbox outbox = new MemoryOutbox(3);

    @Test
    void gives_the_oldest_until_it_is_removed() {
        add("1", Topic.PRINT_STARTED);
        add("2", Topic.PRINT_DONE);

        assertThat(outbox.oldest("a").orElseThrow().delivery().eventId()).isEqualTo("1");
        assertThat(outbox.oldest("a").orElseThrow().delivery().eventId()).isEqualTo("1");
        outbox.remove(outbox.oldest("a").orElseThrow().delivery());
        assertThat(outbox.oldest("a").orElseThrow().delivery().eventId()).isEqualTo("2");
    }

    @Test
    void newer_progress_replaces_waiting_progress() {
        add("1", Topic.PRINT_STARTED);
        add("2", Topic.PRINT_PROGRESS);
        add("3", Topic.PRINT_PAUSED);

        assertThat(add("4", Topic.PRINT_PROGRESS)).isEmpty();

        assertThat(waiting()).containsExactly("1", "3", "4");
    }

    @Test
    void progress_in_hand_is_not_replaced() {
        add("1", Topic.PRINT_PROGRESS);
        outbox.oldest("a");

        add("2", Topic.PRINT_PROGRESS);

        assertThat(waiting()).containsExactly("1", "2");
    }

    @Test
    void at_the_bound_a_report_goes_before_a_state() {
        add("1", Topic.PRINT_STARTED);
        add("2", Topic.PRINT_PROGRESS);
        add("3", Topic.PRINT_PAUSED);

        assertThat(add("4", Topic.PRINT_DONE)).extracting(Delivery::eventId).containsExactly("2");
        assertThat(add("5", Topic.PRINT_DONE)).extracting(Delivery::eventId).containsExactly("1");
        assertThat(waiting()).containsExactly("3", "4", "5");
    }

    @Test
    void webhooks_do_not_see_each_others_parcels() {
        add("1", Topic.PRINT_STARTED);

        assertThat(outbox.oldest("b")).isEmpty();
        assertThat(outbox.waiting("b")).isEmpty();
    }

    @Test
    void only_the_newest_twenty_that_wait_keep_their_pictures() {
        MemoryOutbox big = new MemoryOutbox();
        for (int i = 0; i < 25; i++) {
            big.add(new Parcel(delivery("" + i, Topic.PRINT_PAUSED),
                    CompletableFuture.completedFuture(Optional.of(new Jpeg(new byte[1])))));
        }

        for (int i = 0; i < 25; i++) {
            Parcel parcel = big.oldest("a").orElseThrow();
            assertThat(parcel.picture().join().isPresent()).as("parcel " + i).isEqualTo(i >= 5);
            big.remove(parcel.delivery());
        }
    }

    private List<Delivery> add(String eventId, Topic topic) {
        return outbox.add(Parcel.withoutPicture(delivery(eventId, topic)));
    }

    private List<String> waiting() {
        return outbox.waiting("a").stream().map(Delivery::eventId).toList();
    }

    private static Delivery delivery(String eventId, Topic topic) {
        return new Delivery(eventId, "a", Instant.EPOCH, null, topic, topic.message(), Map.of());
    }
}
