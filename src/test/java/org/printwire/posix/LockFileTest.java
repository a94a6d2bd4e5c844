package org.printwire.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

    @TempDir
    Path folder;

    @Test
    void it_is_held_once_even_within_a_process_until_it_is_closed() throws IOException {
        Path file = folder.resolve("a.lock");
        LockFile lock = LockFile.take(file).orElseThrow();

        assertThat(LockFile.take(file)).isEmpty();
        lock.close();
        lock.close();

        LockFile.take(file).orElseThrow().close();
        assertThat(file).exists();
    }

    @Test
    void another_process_keeps_it_until_it_is_killed() throws Exception {
        Path file = folder.resolve("a.lock");
        Process other = new ProcessBuilder("sh", "-c", "exec 9<>" + file + "; flock 9; echo; read end").start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('\n');
            assertThat(LockFile.take(file)).isEmpty();
        } finally {
            other.destroyForcibly().waitFor();
        }
        LockFile.take(file).orElseThrow().close();
    }

    @Test
    void a_file_that_cannot_be_made_is_told() {
        assertThatThrownBy(() -> LockFile.take(folder.resolve("missing/a.lock")))
                .isInstanceOf(IOException.class).hasMessageContaining("missing/a.lock");
    }

    @Test
    void it_is_not_handed_to_child_processes() throws IOException {
        Path file = folder.resolve("a.lock");
        try (LockFile lock = LockFile.take(file).orElseThrow()) {
            assertThat(lock.inPlace()).isTrue();
            assertThat(OpenFiles.inheritable(file.toString())).isEmpty();
        }
    }
}
