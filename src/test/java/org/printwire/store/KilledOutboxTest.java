package org.printwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.config.StorageSection;
import org.printwire.webhook.Outbox;
import org.printwire.webhook.OutboxException;

/** {@code -Dprintwire.kill.rounds=100} for more rounds, {@code -Dprintwire.kill.seed=N} for other moments. */
class KilledOutboxTest {

    private static final int ROUNDS = Integer.getInteger("printwire.kill.rounds", 5);
    private static final long SEED = Long.getLong("printwire.kill.seed", 3);

    @TempDir
    Path folder;

    @Test
    void what_was_put_survives_sigkill_at_any_moment_in_order_and_once() throws Exception {
        Random random = new Random(SEED);
        int next = 1;
        for (int round = 0; round < ROUNDS; round++) {
            int told = killAfter(1 + random.nextInt(60), next);

            List<String> ids = kept();
            assertThat(ids).as("round %d of seed %d", round, SEED).startsWith(all(told))
                    .hasSizeLessThanOrEqualTo(told + 1);
            assertThat(ids).isEqualTo(List.of(all(ids.size())));
            next = ids.size() + 1;
        }
        try (Outbox outbox = SqliteOutbox.open(folder, StorageSection.DEFAULTS, AssertionError::new)) {
            assertThat(outbox.claim("a")).isTrue();
            assertThat(Samples.drain(outbox, "kept")).hasSize(next - 1);
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("printwire.db", "outbox");
    }

    /** What waits for the webhook of which nothing is taken; whoever reads it does not change it. */
    private List<String> kept() throws OutboxException {
        try (DeliveryHistory history = DeliveryHistory.open(folder).orElseThrow()) {
            List<String> ids = new ArrayList<>(history.list(DeliveryFilter.ALL.of("kept")
                    .in(EnumSet.of(DeliveryState.WAITING))).stream().map(StoredDelivery::eventId).toList());
            Collections.reverse(ids);
            return ids;
        }
    }

    private static String[] all(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> "event-" + number).toArray(String[]::new);
    }

    /** @return the last number that the program said it had put */
    private int killAfter(int lines, int from) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("victim", ".txt");
        Process victim = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
                OutboxVictim.class.getName(), folder.toString(), String.valueOf(from))
                .redirectError(errors.toFile()).start();
        int last = from - 1;
        try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                String line = out.readLine();
                assertThat(line).as(() -> "the program ended by itself: " + text(errors)).isNotNull();
                last = Integer.parseInt(line);
            }
            victim.toHandle().destroyForcibly(); // SIGKILL, but what it has printed can still be read.
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = Integer.parseInt(line);
            }
        } finally {
            victim.destroyForcibly().waitFor();
            Files.delete(errors);
        }
        return last;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
