package org.printwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.store.Samples.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.printwire.config.StorageSection;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.MemoryOutbox;
import org.printwire.webhook.Outbox;
import org.printwire.webhook.OutboxException;
import org.printwire.webhook.Topic;

/** Whatever happens in whatever order: what comes out is what a plain list would give. */
class OutboxModelTest {

    private static final Topic LAYER = Topic.named("Layer").orElseThrow();

    enum Kind { SAID, PROGRESS, LAYER, BOTH_HOOKS, LOOKED, TAKEN, POSTPONED, BURIED, REOPENED }

    record Step(Kind kind, String webhook) {}

    @Property(tries = 150)
    void the_file_gives_what_a_list_would(@ForAll("steps") List<Step> steps) throws Exception {
        Path folder = Files.createTempDirectory("outbox");
        Run run = new Run(SqliteOutbox.open(folder, StorageSection.DEFAULTS, warning -> { }));
        try {
            for (Step step : steps) {
                if (step.kind == Kind.REOPENED) {
                    run.outbox.close();
                    run.outbox = SqliteOutbox.open(folder, StorageSection.DEFAULTS, warning -> { });
                    run.inHand.clear();
                } else {
                    run.take(step);
                }
                run.check();
            }
            run.drain();
        } finally {
            run.outbox.close();
            delete(folder);
        }
    }

    @Property(tries = 500)
    void memory_gives_what_a_list_would(@ForAll("steps") List<Step> steps) throws OutboxException {
        Run run = new Run(new MemoryOutbox());
        for (Step step : steps) {
            run.take(step);
            run.check();
        }
        run.drain();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.of("a", "b")).as(Step::new)
                .list().ofMaxSize(40);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The outbox beside the lists. */
    private static final class Run {
        final Map<String, List<Entry>> lists = new HashMap<>(Map.of("a", new ArrayList<>(), "b", new ArrayList<>()));
        final Map<String, Integer> inHand = new HashMap<>();
        Outbox outbox;
        int count;

        Run(Outbox outbox) {
            this.outbox = outbox;
        }

        record Entry(int number, Topic topic, int attempts) {}

        void take(Step step) throws OutboxException {
            switch (step.kind) {
                case SAID -> put(Topic.ERROR, step.webhook);
                case PROGRESS -> put(Topic.PRINT_PROGRESS, step.webhook);
                case LAYER -> put(LAYER, step.webhook);
                case BOTH_HOOKS -> put(Topic.PRINT_PROGRESS, "b", "a");
                default -> {
                    Optional<Outbox.Waiting> oldest = oldest(step.webhook);
                    if (oldest.isPresent() && step.kind != Kind.LOOKED) {
                        end(step, oldest.get());
                    }
                }
            }
        }

        void put(Topic topic, String... webhooks) throws OutboxException {
            count++;
            List<Delivery> deliveries = new ArrayList<>();
            for (String webhook : webhooks) {
                deliveries.add(Samples.delivery("event-" + count, webhook, topic, Map.of("topic", webhook), null));
                List<Entry> list = lists.get(webhook);
                if (topic.newestOnly()) {
                    list.removeIf(each -> each.topic == topic
                            && each.number != inHand.getOrDefault(webhook, 0));
                }
                list.add(new Entry(count, topic, 0));
            }
            outbox.put(deliveries);
        }

        Optional<Outbox.Waiting> oldest(String webhook) throws OutboxException {
            Optional<Outbox.Waiting> oldest = outbox.oldest(webhook);
            List<Entry> list = lists.get(webhook);
            assertThat(oldest.map(each -> new Entry(number(each), each.delivery().topic(), each.attempts())))
                    .isEqualTo(list.stream().findFirst());
            oldest.ifPresent(each -> inHand.put(webhook, number(each)));
            return oldest;
        }

        private static int number(Outbox.Waiting waiting) {
            return Integer.parseInt(waiting.delivery().eventId().substring("event-".length()));
        }

        void end(Step step, Outbox.Waiting waiting) throws OutboxException {
            List<Entry> list = lists.get(step.webhook);
            Entry entry = list.remove(0);
            inHand.remove(step.webhook);
            switch (step.kind) {
                case TAKEN -> Samples.take(outbox, waiting.delivery());
                case BURIED -> outbox.buried(waiting.delivery(), 1, "answered 404", NOW);
                default -> {
                    outbox.postponed(waiting.delivery(), entry.attempts + 1, "answered 500", NOW);
                    if (!entry.topic.newestOnly() || list.stream().noneMatch(each -> each.topic == entry.topic)) {
                        list.add(0, new Entry(entry.number, entry.topic, entry.attempts + 1));
                    }
                }
            }
        }

        void check() throws OutboxException {
            assertThat(outbox.waiting("a")).isEqualTo(lists.get("a").size());
            assertThat(outbox.waiting("b")).isEqualTo(lists.get("b").size());
        }

        void drain() throws OutboxException {
            for (String webhook : lists.keySet()) {
                List<String> expected = lists.get(webhook).stream().map(each -> "event-" + each.number).toList();
                assertThat(Samples.drain(outbox, webhook)).isEqualTo(expected);
            }
        }
    }
}
