package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.printwire.camera.Jpeg;

/** What it does beyond OutboxContractTest: its bounds. */
class MemoryOutboxTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void when_it_is_full_the_oldest_report_of_a_value_is_dropped_first_then_the_oldest() {
        MemoryOutbox outbox = new MemoryOutbox(3);
        put(outbox, "error-1", Topic.ERROR);
        put(outbox, "progress", Topic.PRINT_PROGRESS);
        put(outbox, "error-2", Topic.ERROR);
        put(outbox, "error-3", Topic.ERROR);
        put(outbox, "error-4", Topic.ERROR);

        assertThat(drain(outbox)).containsExactly("error-2", "error-3", "error-4");
    }

    @Test
    void what_is_in_hand_is_not_dropped() {
        MemoryOutbox outbox = new MemoryOutbox(2);
        put(outbox, "error-1", Topic.ERROR);
        outbox.oldest("a");
        put(outbox, "error-2", Topic.ERROR);
        put(outbox, "error-3", Topic.ERROR);

        assertThat(drain(outbox)).containsExactly("error-1", "error-3");
    }

    @Test
    void only_the_newest_twenty_pictures_are_kept() {
        MemoryOutbox outbox = new MemoryOutbox();
        for (int i = 1; i <= 21; i++) {
            put(outbox, "e" + i, Topic.ERROR);
            outbox.attach("e" + i, "nozzle", new Jpeg(new byte[1]));
        }

        assertThat(outbox.picture("e1", "nozzle")).isEmpty();
        assertThat(outbox.picture("e2", "nozzle")).isPresent();
        assertThat(outbox.picture("e21", "nozzle")).isPresent();
    }

    private static void put(MemoryOutbox outbox, String eventId, Topic topic) {
        outbox.put(List.of(new Delivery(0, eventId, "a", NOW, "Any", null, topic, Map.of(), "nozzle")));
    }

    private static List<String> drain(MemoryOutbox outbox) {
        List<String> ids = new ArrayList<>();
        for (Optional<Outbox.Waiting> next = outbox.oldest("a"); next.isPresent(); next = outbox.oldest("a")) {
            ids.add(next.get().delivery().eventId());
            outbox.taken(next.get().delivery(), 1, 200, Duration.ZERO, NOW);
        }
        return ids;
    }
}
