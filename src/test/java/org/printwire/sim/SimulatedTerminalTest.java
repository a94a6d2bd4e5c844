package org.printwire.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.time.Time;

@EnabledOnOs(OS.LINUX)
@Timeout(30)
class SimulatedTerminalTest {
    private static final Time REAL = new Time() {
        @Override
        public Instant wall() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Timer after(Duration delay, Runnable task) {
            throw new UnsupportedOperationException("the terminal sets no timers");
        }
    };

    @TempDir
    Path directory;

    @Test
    void a_host_can_open_the_printer_as_a_file_and_print() throws Exception {
        try (SimulatedTerminal terminal = SimulatedTerminal.open(SimulatedPrinterOptions.mk3s().instant(), REAL)) {
            Path device = directory.resolve("printer");
            terminal.link(device);
            CompletableFuture<Void> running = run(terminal);
            try (OutputStream out = new FileOutputStream(device.toFile());
                 BufferedReader in = reader(device)) {
                await(in, "echo:SD init fail");
                await(in, "echo:SD init fail");
                for (int i = 1; i <= 500; i++) {
                    out.write(Conversation.frame(i, "G1 X" + i).getBytes(StandardCharsets.ISO_8859_1));
                    await(in, "ok");
                }
            }
            terminal.close();
            running.get(10, TimeUnit.SECONDS);
            assertThat(terminal.report().printLines()).isEqualTo(500);
            assertThat(terminal.report().errors()).isEmpty();
            assertThat(Files.exists(device)).isFalse();
        }
    }

    @Test
    void a_pulled_cable_takes_the_device_away() throws Exception {
        SimulatedPrinterOptions options = SimulatedPrinterOptions.mk3s().instant().withResetsOnOpen(false)
                .withFaults(Faults.parse("unplug-at=1"));
        try (SimulatedTerminal terminal = SimulatedTerminal.open(options, REAL)) {
            String path = terminal.path();
            CompletableFuture<Void> running = run(terminal);
            try (OutputStream out = new FileOutputStream(path)) {
                out.write("M105\n".getBytes(StandardCharsets.ISO_8859_1));
                running.get(10, TimeUnit.SECONDS);
            }
            assertThat(Path.of(path)).doesNotExist();
        }
    }

    private static CompletableFuture<Void> run(SimulatedTerminal terminal) {
        return CompletableFuture.runAsync(() -> {
            try {
                terminal.run();
            } catch (IOException e) {
                throw new IllegalStateException("the simulated printer's terminal failed", e);
            }
        });
    }

    private static BufferedReader reader(Path device) throws IOException {
        return new BufferedReader(new InputStreamReader(new FileInputStream(device.toFile()),
                StandardCharsets.ISO_8859_1));
    }

    private static void await(BufferedReader in, String line) throws IOException {
        String heard = in.readLine();
        while (heard != null && !heard.equals(line)) {
            heard = in.readLine();
        }
        assertThat(heard).isEqualTo(line);
    }
}
