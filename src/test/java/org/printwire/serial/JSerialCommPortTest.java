package org.printwire.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.posix.OpenFiles;
import org.printwire.posix.PseudoTerminal;
import org.printwire.posix.SerialDescriptor;

class JSerialCommPortTest {
    private static final int TIMEOUT_MILLIS = 2_000;

    @TempDir
    Path folder;

    private PseudoTerminal printer;
    private JSerialCommPort port;
    private final byte[] buffer = new byte[4096];

    @BeforeEach
    void plugIn() throws IOException {
        printer = PseudoTerminal.open();
    }

    @AfterEach
    void tidy() {
        if (port != null) {
            port.close();
        }
        printer.close();
    }

    private JSerialCommPort open(int baud) throws PortException {
        port = JSerialCommPort.open(printer.path(), baud, List.of(folder));
        return port;
    }

    @Test
    void bytes_of_all_values_pass_unchanged_both_ways() throws IOException {
        open(115_200);
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        port.write(all, 0, all.length);
        assertThat(printer.read(buffer, TIMEOUT_MILLIS)).isEqualTo(256);
        assertThat(buffer).startsWith(all);

        printer.write(all, 0, all.length);
        byte[] received = new byte[256];
        int count = port.read(received);
        assertThat(count).isEqualTo(256);
        assertThat(received).isEqualTo(all);
    }

    @Test
    void a_write_starts_at_the_offset() throws IOException {
        open(115_200);
        port.write("xxM105\nyy".getBytes(StandardCharsets.US_ASCII), 2, 5);
        int count = printer.read(buffer, TIMEOUT_MILLIS);
        assertThat(new String(buffer, 0, count, StandardCharsets.US_ASCII)).isEqualTo("M105\n");
    }

    @Test
    void a_write_larger_than_the_systems_buffer_arrives_whole() throws Exception {
        open(115_200);
        byte[] much = new byte[200_000];
        for (int i = 0; i < much.length; i++) {
            much[i] = (byte) (i % 251);
        }
        CompletableFuture<Void> written = running(() -> port.write(much, 0, much.length));
        byte[] received = new byte[much.length];
        int total = 0;
        while (total < received.length) {
            int count = printer.read(buffer, TIMEOUT_MILLIS);
            assertThat(count).isPositive();
            System.arraycopy(buffer, 0, received, total, count);
            total += count;
        }
        written.get(10, TimeUnit.SECONDS);
        assertThat(received).isEqualTo(much);
    }

    @Test
    void nothing_in_time_is_zero() throws IOException {
        assertThat(open(115_200).read(buffer)).isZero();
    }

    @Test
    void a_rate_that_termios_does_not_know_is_set() throws IOException {
        open(250_000);
        assertThat(SerialDescriptor.of(Path.of(printer.path())).baud()).isEqualTo(250_000);
    }

    @Test
    void the_rate_changes_without_closing() throws IOException {
        open(115_200);
        for (int baud : BaudRates.USUAL) {
            port.changeBaud(baud);
            assertThat(SerialDescriptor.of(Path.of(printer.path())).baud()).isEqualTo(baud);
            assertThat(printer.occupied()).isTrue();
        }
        printer.write(new byte[] {'x'}, 0, 1);
        assertThat(port.read(buffer)).isEqualTo(1);
    }

    @Test
    void lines_stay_as_they_are_at_close_also_after_another_rate() throws Exception {
        // As a real port begins; a pseudo-terminal begins without.
        assertThat(new ProcessBuilder("stty", "-F", printer.path(), "hupcl").start().waitFor())
                .isZero();
        open(250_000);
        assertThat(SerialDescriptor.of(Path.of(printer.path())).keepsLinesAtClose()).isTrue();
        port.changeBaud(115_200);
        assertThat(SerialDescriptor.of(Path.of(printer.path())).keepsLinesAtClose()).isTrue();
    }

    @Test
    void a_port_that_knows_no_low_latency_is_opened_all_the_same() throws Exception {
        open(115_200);
        assertThat(SerialDescriptor.of(Path.of(printer.path())).lowLatency()).isFalse();
    }

    @Test
    void a_far_end_that_closes_is_a_lost_port_for_reading_and_writing() throws IOException {
        open(115_200);
        printer.close();
        assertThatThrownBy(() -> port.read(buffer))
                .isInstanceOf(PortLostException.class)
                .hasMessageContaining(printer.path() + " is gone");
        assertThatThrownBy(() -> port.write(buffer, 0, 1)).isInstanceOf(PortLostException.class);
        assertThatThrownBy(() -> port.changeBaud(250_000)).isInstanceOf(PortLostException.class);
    }

    @Test
    void a_read_that_waits_learns_of_the_loss() throws Exception {
        open(115_200);
        CompletableFuture<Void> reader = readingForEver();
        printer.close();
        assertThatThrownBy(() -> reader.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(PortLostException.class);
    }

    @Test
    void close_from_another_thread_ends_the_reader() throws Exception {
        open(115_200);
        CompletableFuture<Void> reader = readingForEver();
        port.close();
        assertThatThrownBy(() -> reader.get(10, TimeUnit.SECONDS)).hasRootCauseMessage(printer.path() + " was closed");
    }

    @Test
    void close_from_another_thread_ends_a_write_that_nobody_takes() throws Exception {
        open(115_200);
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Void> writer = running(() -> {
            started.countDown();
            port.write(new byte[1 << 20], 0, 1 << 20);
        });
        started.await();
        port.close();
        assertThatThrownBy(() -> writer.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(PortLostException.class);
    }

    @Test
    void a_second_open_is_refused_with_the_process_that_has_it() throws IOException {
        open(115_200);
        assertThatThrownBy(() -> JSerialCommPort.open(printer.path(), 115_200, List.of(folder)))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("is in use by process " + ProcessHandle.current().pid() + " (printwire)");
        printer.write(new byte[] {'x'}, 0, 1);
        assertThat(port.read(buffer)).as("the first one works on").isEqualTo(1);
    }

    @Test
    void a_second_open_through_a_link_is_refused_too() throws IOException {
        open(115_200);
        Path link = Files.createSymbolicLink(folder.resolve("printer"), Path.of(printer.path()));
        assertThatThrownBy(() -> JSerialCommPort.open(link.toString(), 115_200, List.of(folder)))
                .hasMessageContaining("in use by process");
    }

    @Test
    void a_host_that_knows_no_lock_is_noticed_before_the_device_is_touched() throws Exception {
        Process host = new ProcessBuilder("sleep", "60")
                .redirectInput(Path.of(printer.path()).toFile())
                .start();
        try {
            assertThatThrownBy(() -> open(115_200))
                    .isInstanceOf(PortException.class)
                    .hasMessageContaining("is in use by process " + host.pid() + " (sleep)");
            assertThat(folder).as("the lock is given back").isEmptyDirectory();
        } finally {
            host.destroyForcibly().waitFor();
        }
        assertThat(open(115_200).path()).isEqualTo(printer.path());
    }

    @Test
    void closing_twice_frees_the_port_and_its_lock_once() throws IOException {
        open(115_200).close();
        port.close();
        assertThat(folder).isEmptyDirectory();
        assertThat(printer.occupied()).isFalse();
        open(115_200);
        assertThat(printer.occupied()).isTrue();
        assertThatThrownBy(() -> {
                    port.close();
                    port.read(buffer);
                })
                .isInstanceOf(PortLostException.class)
                .hasMessage(printer.path() + " was closed");
    }

    @Test
    void no_descriptor_is_left_behind() throws IOException {
        for (int i = 0; i < 30; i++) {
            open(i % 2 == 0 ? 115_200 : 250_000).close();
            assertThatThrownBy(() -> JSerialCommPort.open(folder.toString(), 115_200, List.of(folder)))
                    .isInstanceOf(PortException.class);
        }
        assertThat(OpenFiles.beneath(Path.of(printer.path()))).as("the device").isEmpty();
        assertThat(OpenFiles.beneath(folder)).as("lock files").isEmpty();
        assertThat(OpenFiles.beneath(Path.of("/proc"))).as("folders of the search for a holder").isEmpty();
    }

    @Test
    void the_port_is_not_handed_to_child_processes() throws IOException {
        open(115_200);
        assertThat(OpenFiles.named(printer.path())).hasSize(1);
        assertThat(OpenFiles.inheritable(printer.path())).isEmpty();
    }

    @Test
    void what_is_no_serial_port_is_named_and_not_opened() throws IOException {
        Path file = Files.writeString(folder.resolve("cube.gcode"), "G28\n");
        assertThatThrownBy(() -> JSerialCommPort.open(file.toString(), 115_200))
                .hasMessageContaining(file + " is not a serial port but a file");
        assertThatThrownBy(() -> JSerialCommPort.open(folder.toString(), 115_200))
                .hasMessageContaining("is not a serial port but a directory");
        assertThatThrownBy(() -> JSerialCommPort.open("/dev/null", 115_200))
                .hasMessageContaining("/dev/null is not a serial port but another kind of device");
    }

    @Test
    void a_missing_device_is_a_clear_message() {
        assertThatThrownBy(() -> JSerialCommPort.open("/dev/ttyACM99", 115_200))
                .isInstanceOf(PortException.class)
                .hasMessageStartingWith("there is no serial port '/dev/ttyACM99'. ");
    }

    @Test
    void zero_is_no_rate() {
        assertThatThrownBy(() -> open(0)).isInstanceOf(PortException.class).hasMessageContaining("115200");
    }

    @Test
    void a_carriage_return_is_not_translated() throws IOException {
        open(115_200);
        printer.write("ok\r\n".getBytes(StandardCharsets.US_ASCII), 0, 4);
        assertThat(port.read(buffer)).isEqualTo(4);
        assertThat(buffer).startsWith("ok\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private interface Action {
        void run() throws IOException;
    }

    private CompletableFuture<Void> readingForEver() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Void> reader = running(() -> {
            byte[] bytes = new byte[64];
            while (true) {
                port.read(bytes);
                started.countDown();
            }
        });
        started.await();
        return reader;
    }

    private static CompletableFuture<Void> running(Action action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                action.run();
                done.complete(null);
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
