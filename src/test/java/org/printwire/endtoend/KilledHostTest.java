package org.printwire.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.checkpoint.Journal;
import org.printwire.json.Json;

/**
 * One print whose host is killed by SIGKILL at moments that chance chooses, with a printer that lives in a process of its
 * own. {@code -Dprintwire.kill.rounds=50} kills more often, {@code -Dprintwire.seed=N} chooses the same moments,
 * {@code -Dprintwire.fakefw=PATH} takes the independent emulator for the printer.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KilledHostTest {

    private static final int ROUNDS = Integer.getInteger("printwire.kill.rounds", 5);
    private static final long SEED = Long.getLong("printwire.seed", System.nanoTime());
    private static final String FAKEFW = System.getProperty("printwire.fakefw", "");
    private static final int LONGEST_LIFE_MILLIS = 1500;
    /** More than a host can send in its life: the emulator's planner takes some 50 lines a second, the simulator thousands. */
    private static final int LINES_A_ROUND = FAKEFW.isEmpty() ? 3000 : 200;
    private static final int LINES_A_PAUSE = FAKEFW.isEmpty() ? 4000 : 1000;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final List<Process> processes = new ArrayList<>();

    @Test
    void a_print_whose_host_is_killed_again_and_again_is_executed_once_and_in_order() throws Exception {
        System.out.println("KilledHostTest: " + ROUNDS + " kills, -Dprintwire.seed=" + SEED);
        Path port = folder.resolve("printer");
        Path report = folder.resolve("report.json");
        Process printer = printer(port, report);
        await().atMost(60, TimeUnit.SECONDS).until(() -> Files.exists(port));
        Path file = file();

        Process host = host("print", "--port", port.toString(), file.toString());
        awaitBegun(host);
        int kills = 0;
        for (int round = 0; round < ROUNDS && host.isAlive(); round++) {
            awaitPrinting(host);
            host.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            if (!host.isAlive()) {
                break;   // the print is over
            }
            kills++;
            host.destroyForcibly().waitFor();
            host = host("resume", "--unpause");
        }
        assertThat(host.waitFor(10, TimeUnit.MINUTES)).as("the last host has ended").isTrue();
        assertThat(host.exitValue()).as("seed %d: %s", SEED, Files.readString(err())).isZero();
        assertThat(kills).as("it died in time").isGreaterThan(ROUNDS / 2);

        printer.destroy();
        printer.waitFor();
        Map<String, Object> told = Json.parseObject(Files.readString(report));
        assertThat(told.getOrDefault("printHash", told.get("hash_print"))).as("seed %d", SEED).isEqualTo(Prints.hash(file));
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    /** Longer for more kills, with pauses of the host and of the file in it. */
    private Path file() throws IOException {
        List<String> text = new ArrayList<>(List.of("G90", "M83"));
        for (int i = 0; i < ROUNDS * LINES_A_ROUND; i++) {
            text.add("G1 X" + (50 + i % 7) + " Y" + (50 + i % 11) + " E0.01 F9000");
            if (i % LINES_A_PAUSE == LINES_A_PAUSE * 3 / 4) {
                text.add("M601");
            }
        }
        return Files.write(folder.resolve("moves.gcode"), text);
    }

    /** Until the printer has been spoken to: a host that is still starting is hard to surprise. */
    private void awaitPrinting(Process host) {
        await().atMost(60, TimeUnit.SECONDS).pollInterval(20, TimeUnit.MILLISECONDS).until(() -> !host.isAlive()
                || Files.readString(out()).lines().anyMatch(line -> line.contains("\"connected\"")));
    }

    /** A job that is not written down yet is begun anew, not gone on with. */
    private void awaitBegun(Process host) {
        Path journals = folder.resolve("data").resolve("checkpoint");
        await().atMost(60, TimeUnit.SECONDS).pollInterval(20, TimeUnit.MILLISECONDS).until(() -> {
            if (!host.isAlive()) {
                return true;
            }
            return Files.isDirectory(journals) && !Journal.all(folder.resolve("data")).isEmpty()
                    && Journal.all(folder.resolve("data")).get(0).read().isPresent();
        });
    }

    private Process printer(Path port, Path report) throws IOException {
        if (FAKEFW.isEmpty()) {
            return start(java("simulate", "--no-reset", "--link", port.toString(), "--time-scale", "0.05", "--user-delay", "1",
                    "--report", report.toString()), "printer");
        }
        return start(List.of(FAKEFW, "--boot", "none", "--link", port.toString(), "--report", report.toString(), "--mode",
                "planner", "--user-delay", "1", "--skip",
                "M105,M110,M115,M155,M114,M20,M21,M27,M602,M400,M79,M113"), "printer");
    }

    private Process host(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--json", "--data-dir", folder.resolve("data").toString()));
        return start(java(all.toArray(String[]::new)), "host");
    }

    private static List<String> java(String... words) {
        List<String> all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                "org.printwire.cli.Main"));
        all.addAll(List.of(words));
        return all;
    }

    private Process start(List<String> command, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Path out() {
        return folder.resolve("host.out");
    }

    private Path err() {
        return folder.resolve("host.err");
    }
}
