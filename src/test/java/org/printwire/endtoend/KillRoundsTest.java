package org.printwire.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.endtoend.NastyReceiver.Arrival;

/**
 * The program is killed at moments that chance chooses, while it publishes 50 events a second and its receiver fails
 * three of ten requests. {@code -Dprintwire.kill.rounds=100} makes more rounds, {@code -Dprintwire.seed=N} repeats some.
 */
@EnabledOnOs(OS.LINUX)
class KillRoundsTest {

    private static final int ROUNDS = Integer.getInteger("printwire.kill.rounds", 3);
    private static final long SEED = Long.getLong("printwire.seed", System.nanoTime());
    private static final long ENDLESS = 1_000_000;
    private static final String NOTHING = "left {a=0, b=0}";
    /** Each sends for 100 s at most: the backlog of a hundred rounds takes longer. */
    private static final int MOST_CALM_RUNS = 6;

    private final Map<String, TreeSet<Long>> stored = new HashMap<>(Map.of("a", new TreeSet<>(), "b", new TreeSet<>()));
    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    @Test
    void nothing_is_lost_the_order_is_kept_and_doubles_have_the_same_id() throws Exception {
        System.out.println("KillRoundsTest: " + ROUNDS + " rounds, -Dprintwire.seed=" + SEED);
        try (NastyReceiver receiver = new NastyReceiver(SEED)) {
            for (int round = 0; round < ROUNDS; round++) {
                round(receiver);
            }
            receiver.onArrival(count -> { });
            String left = "";
            for (int calm = 0; calm < MOST_CALM_RUNS && !left.equals(NOTHING); calm++) {
                left = run(receiver, 0, line -> false).get(0);
            }
            assertThat(left).isEqualTo(NOTHING);

            for (String webhook : List.of("a", "b")) {
                List<Arrival> arrivals = receiver.arrivals.stream().filter(each -> each.webhook().equals(webhook)).toList();
                check(webhook, arrivals);
                System.out.println("KillRoundsTest: webhook " + webhook + ": " + stored.get(webhook).size() + " stored, "
                        + arrivals.size() + " requests, " + numbers(arrivals).size() + " delivered");
            }
        }
    }

    private void check(String webhook, List<Arrival> arrivals) {
        List<Arrival> taken = arrivals.stream().filter(Arrival::taken).toList();
        assertThat(numbers(taken)).as("seed %d: every stored event has arrived", SEED).containsAll(stored.get(webhook));
        assertThat(arrivals.stream().map(Arrival::number).toList()).as("seed %d: in order, doubles side by side", SEED)
                .isSorted();
        Map<Long, List<String>> ids = arrivals.stream().collect(Collectors.groupingBy(Arrival::number,
                Collectors.mapping(Arrival::eventId, Collectors.toList())));
        assertThat(ids).as("seed %d: one id an event", SEED)
                .allSatisfy((number, own) -> assertThat(own.stream().distinct()).hasSize(1));
        Map<String, Long> numbers = arrivals.stream().collect(Collectors.toMap(Arrival::eventId, Arrival::number,
                (one, other) -> one));
        assertThat(numbers).as("seed %d: one event an id", SEED).hasSameSizeAs(ids.keySet());
    }

    /** Runs the sender until a number of events are stored, or of requests have arrived, and kills it there and then. */
    private void round(NastyReceiver receiver) throws Exception {
        boolean byArrival = random.nextBoolean();
        int moment = 1 + random.nextInt(80);
        int before = receiver.arrivals.size();
        Process[] sender = new Process[1];
        Runnable kill = () -> {
            if (sender[0] != null) {
                sender[0].toHandle().destroyForcibly();
            }
        };
        receiver.onArrival(count -> {
            if (byArrival && count >= before + moment) {
                kill.run();
            }
        });
        int[] told = {0};
        run(receiver, ENDLESS, line -> !byArrival && ++told[0] >= moment, sender);
    }

    private List<String> run(NastyReceiver receiver, long events, Function<String, Boolean> enough) throws Exception {
        return run(receiver, events, enough, new Process[1]);
    }

    /** @return what it said that is no number */
    private List<String> run(NastyReceiver receiver, long events, Function<String, Boolean> enough, Process[] sender)
            throws IOException, InterruptedException {
        long first = 1 + stored.values().stream().mapToLong(numbers -> numbers.isEmpty() ? 0 : numbers.last()).max().orElse(0);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                KilledSender.class.getName(), folder.toString(), receiver.url(), Long.toString(first + 1000),
                Long.toString(events)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        sender[0] = process;
        List<String> rest = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("[ab] \\d+")) {
                    stored.get(line.substring(0, 1)).add(Long.parseLong(line.substring(2)));
                } else {
                    rest.add(line);
                }
                if (enough.apply(line)) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        return rest;
    }

    private static List<Long> numbers(List<Arrival> arrivals) {
        return arrivals.stream().map(Arrival::number).distinct().toList();
    }
}
