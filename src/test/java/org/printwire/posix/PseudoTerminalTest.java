package org.printwire.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudoTerminalTest {
    private static final int TIMEOUT_MILLIS = 2_000;

    @TempDir
    Path folder;

    private PseudoTerminal terminal;
    private final byte[] buffer = new byte[4096];

    @BeforeEach
    void open() throws IOException {
        terminal = PseudoTerminal.open();
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    void bytes_of_all_values_pass_unchanged_both_ways() throws IOException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (RandomAccessFile far = new RandomAccessFile(terminal.path(), "rw")) {
            far.write(all);
            assertThat(terminal.read(buffer, TIMEOUT_MILLIS)).isEqualTo(256);
            assertThat(buffer).startsWith(all);

            assertThat(terminal.write(all, 0, all.length)).isEqualTo(256);
            byte[] received = new byte[256];
            far.readFully(received);
            assertThat(received).isEqualTo(all);
        }
    }

    @Test
    void nothing_within_the_time_is_zero() throws IOException {
        try (RandomAccessFile far = new RandomAccessFile(terminal.path(), "rw")) {
            assertThat(terminal.read(buffer, 1)).isZero();
        }
    }

    @Test
    void nobody_at_the_far_end_is_minus_one_from_the_very_beginning() throws IOException {
        assertThat(terminal.occupied()).isFalse();
        assertThat(terminal.read(buffer, 1)).isEqualTo(-1);
    }

    @Test
    void what_the_far_end_wrote_before_it_left_is_read_before_minus_one() throws IOException {
        try (RandomAccessFile far = new RandomAccessFile(terminal.path(), "rw")) {
            far.write('x');
        }
        assertThat(terminal.read(buffer, TIMEOUT_MILLIS)).isEqualTo(1);
        assertThat(terminal.read(buffer, 1)).isEqualTo(-1);
    }

    @Test
    void a_read_that_waits_for_somebody_wakes_for_the_first_byte() throws Exception {
        CompletableFuture<Integer> count = reading(60_000);
        try (RandomAccessFile far = new RandomAccessFile(terminal.path(), "rw")) {
            far.write('x');
            assertThat(count.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void the_far_end_may_come_and_go() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (RandomAccessFile far = new RandomAccessFile(terminal.path(), "rw")) {
                assertThat(terminal.occupied()).isTrue();
                far.write('x');
                assertThat(terminal.read(buffer, TIMEOUT_MILLIS)).isEqualTo(1);
            }
            assertThat(terminal.occupied()).isFalse();
            assertThat(terminal.read(buffer, 1)).isEqualTo(-1);
        }
    }

    @Test
    void a_write_takes_what_fits_and_does_not_wait() throws IOException {
        byte[] much = new byte[1 << 20];
        try (RandomAccessFile far = new RandomAccessFile(terminal.path(), "rw")) {
            int taken = terminal.write(much, 0, much.length);
            assertThat(taken).isPositive().isLessThan(much.length);
            int more;
            do {
                more = terminal.write(much, 0, much.length);
            } while (more > 0);
            assertThat(more).isZero();
        }
    }

    @Test
    void a_write_starts_at_the_offset() throws IOException {
        try (RandomAccessFile far = new RandomAccessFile(terminal.path(), "rw")) {
            terminal.write("xxok\n".getBytes(StandardCharsets.US_ASCII), 2, 3);
            assertThat(far.readLine()).isEqualTo("ok");
        }
    }

    @Test
    void a_write_to_nobody_takes_nothing() throws IOException {
        assertThat(terminal.write(new byte[3], 0, 3)).isZero();
    }

    @Test
    void a_link_replaces_an_old_link_and_goes_with_the_terminal() throws IOException {
        Path link = folder.resolve("printer");
        Files.createSymbolicLink(link, Path.of("/dev/pts/stale"));
        terminal.link(link);
        assertThat(Files.readSymbolicLink(link)).hasToString(terminal.path());
        terminal.close();
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void a_link_never_replaces_a_file() throws IOException {
        Path file = Files.createFile(folder.resolve("precious"));
        assertThatThrownBy(() -> terminal.link(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).isRegularFile();
    }

    @Test
    void close_ends_a_read_that_waits_for_somebody() {
        CompletableFuture<Integer> count = reading(600_000);
        terminal.close();
        assertThatThrownBy(() -> count.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void close_ends_a_read_that_waits_for_bytes() throws IOException {
        CompletableFuture<Integer> count;
        try (RandomAccessFile far = new RandomAccessFile(terminal.path(), "rw")) {
            far.write('x');
            assertThat(terminal.read(buffer, TIMEOUT_MILLIS)).isEqualTo(1);
            count = reading(600_000);
            terminal.close();
        }
        assertThatThrownBy(() -> count.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void a_closed_terminal_says_so_and_may_be_closed_again() {
        terminal.close();
        terminal.close();
        assertThat(terminal.occupied()).isFalse();
        assertThatThrownBy(() -> terminal.read(buffer, 1)).hasMessageContaining("closed");
        assertThatThrownBy(() -> terminal.write(buffer, 0, 1)).hasMessageContaining("closed");
    }

    @Test
    void the_far_end_sees_the_hang_up() throws IOException {
        try (RandomAccessFile far = new RandomAccessFile(terminal.path(), "rw")) {
            terminal.close();
            assertThat(far.read()).isEqualTo(-1);
        }
    }

    @Test
    void its_descriptors_are_close_on_exec() throws IOException {
        for (int descriptor : terminal.descriptors()) {
            assertThat(OpenFiles.inheritable(descriptor)).isFalse();
        }
    }

    private CompletableFuture<Integer> reading(int timeoutMillis) {
        CompletableFuture<Integer> count = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        count.complete(terminal.read(buffer, timeoutMillis));
                    } catch (IOException e) {
                        count.completeExceptionally(e);
                    }
                })
                .start();
        return count;
    }
}
