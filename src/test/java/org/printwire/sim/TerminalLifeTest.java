package org.printwire.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.time.SystemTime;

/** Hosts that come and go, and a cable that does, at one printer that lives on. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class TerminalLifeTest {
    @TempDir
    Path directory;

    private SimulatedTerminal terminal;
    private CompletableFuture<Void> running;

    @AfterEach
    void close() throws Exception {
        terminal.close();
        running.get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_printer_that_open_does_not_reset_outlives_a_host_that_is_killed_in_the_middle_of_a_line() throws Exception {
        Path device = play(SimulatedPrinterOptions.mk3s().instant().withResetsOnOpen(false));
        Process host = host(device, "");
        say(host, Conversation.frame(1, "G1 X1") + "N2 G1");
        await().until(() -> terminal.report().accepted() == 1 && terminal.report().bytesReceived() > 10);
        host.destroyForcibly().waitFor();

        try (RandomAccessFile next = new RandomAccessFile(device.toFile(), "rw")) {
            write(next, "\n" + Conversation.frame(2, "G1 X2"));
            await().until(() -> {
                write(next, Conversation.frame(2, "G1 X2"));
                return terminal.report().printLines() == 2;
            });
        }
        assertThat(terminal.report().boots()).isZero();
        assertThat(terminal.report().printHash()).isEqualTo(ExecutedHash.of(List.of("G1 X1", "G1 X2")).hex());
    }

    @Test
    void an_open_resets_the_board_only_if_the_host_before_left_hupcl_on() throws Exception {
        Path device = play(SimulatedPrinterOptions.mk3s().instant());
        kill(host(device, "stty -hupcl <&3;"), 1);
        kill(host(device, ""), 1);
        kill(host(device, "stty hupcl <&3;"), 1);
        kill(host(device, ""), 2);
    }

    @Test
    void a_cable_that_comes_back_brings_a_new_terminal_under_the_old_name_and_the_board_as_it_was() throws Exception {
        Path device = play(SimulatedPrinterOptions.mk3s().instant().withResetsOnOpen(false)
                .withFaults(Faults.parse("unplug-at=2:0.3")));
        Path first = Files.readSymbolicLink(device);
        try (RandomAccessFile host = new RandomAccessFile(device.toFile(), "rw")) {
            write(host, Conversation.frame(1, "G1 X1") + Conversation.frame(2, "G1 X2"));
            await().until(() -> Files.exists(device) && !Files.readSymbolicLink(device).equals(first));
        }
        try (RandomAccessFile host = new RandomAccessFile(device.toFile(), "rw")) {
            write(host, Conversation.frame(3, "G1 X3"));
            await().until(() -> terminal.report().printLines() == 3);
        }
        assertThat(terminal.path()).isEqualTo(Files.readSymbolicLink(device).toString());
        assertThat(terminal.report().boots()).isZero();
    }

    @Test
    void a_cable_that_comes_back_with_a_reset_brings_a_board_that_boots() throws Exception {
        Path device = play(SimulatedPrinterOptions.mk3s().instant().withResetsOnOpen(false)
                .withFaults(Faults.parse("unplug-at=1:0.1:reset")));
        Path first = Files.readSymbolicLink(device);
        try (RandomAccessFile host = new RandomAccessFile(device.toFile(), "rw")) {
            write(host, "M105\n");
            await().until(() -> Files.exists(device) && !Files.readSymbolicLink(device).equals(first));
        }
        try (RandomAccessFile host = new RandomAccessFile(device.toFile(), "rw")) {
            await().until(() -> terminal.report().boots() == 1);
        }
    }

    private Path play(SimulatedPrinterOptions options) throws IOException {
        terminal = SimulatedTerminal.open(options, new SystemTime());
        Path device = directory.resolve("printer");
        terminal.link(device);
        running = CompletableFuture.runAsync(() -> {
            try {
                terminal.run();
            } catch (IOException e) {
                throw new IllegalStateException("the simulated printer's terminal failed", e);
            }
        });
        return device;
    }

    /** Another process that has the device open, and sends what it is told on its standard input. */
    private static Process host(Path device, String first) throws IOException {
        return new ProcessBuilder("sh", "-c", "exec 3<>\"$0\"; " + first + " echo open; exec cat >&3", device.toString())
                .redirectErrorStream(true).start();
    }

    private void kill(Process host, int boots) throws Exception {
        assertThat(host.getInputStream().read()).isEqualTo('o');
        say(host, "M105\n");
        long before = terminal.report().bytesReceived();
        await().until(() -> terminal.report().bytesReceived() > before);
        assertThat(terminal.report().boots()).isEqualTo(boots);
        host.destroyForcibly().waitFor();
        await().until(() -> !terminal.occupied());
    }

    private static void say(Process host, String text) throws IOException {
        host.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        host.getOutputStream().flush();
    }

    private static void write(RandomAccessFile host, String text) throws IOException {
        host.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
