package org.printwire.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
    private static final Path DEVICE = Path.of("/dev/ttyACM0");
    private static final long OWN_PID = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    @Test
    void the_lock_file_names_this_process_as_uucp_programs_expect() throws IOException {
        try (ProcessLock lock = ProcessLock.take(DEVICE, List.of(folder))) {
            assertThat(lock).isNotNull();
            assertThat(folder.resolve("LCK..ttyACM0"))
                    .content()
                    .startsWith(String.format("%10d printwire ", OWN_PID))
                    .endsWith("\n");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_device_in_a_folder_has_a_lock_file_of_its_own() throws IOException {
        try (ProcessLock lock = ProcessLock.take(Path.of("/dev/pts/3"), List.of(folder))) {
            assertThat(lock).isNotNull();
            assertThat(folder.resolve("LCK..pts_3")).exists();
        }
    }

    @Test
    void it_is_held_once_even_within_a_process() throws IOException {
        try (ProcessLock lock = ProcessLock.take(DEVICE, List.of(folder))) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> ProcessLock.take(DEVICE, List.of(folder)))
                    .isInstanceOfSatisfying(
                            DeviceHeldException.class,
                            e -> assertThat(e.holder().pid()).isEqualTo(OWN_PID));
        }
        ProcessLock.take(DEVICE, List.of(folder)).close();
    }

    @Test
    void a_refused_try_does_not_weaken_the_lock() throws IOException {
        try (ProcessLock lock = ProcessLock.take(DEVICE, List.of(folder))) {
            assertThat(lock).isNotNull();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> ProcessLock.take(DEVICE, List.of(folder)))
                        .isInstanceOf(DeviceHeldException.class);
            }
        }
    }

    @Test
    void a_flock_of_another_process_is_respected_and_named() throws Exception {
        Path file = folder.resolve("LCK..ttyACM0");
        // One process that has the lock, is written in it and keeps its name: read waits for an input that never comes.
        Process other = new ProcessBuilder("sh", "-c", "exec 9<>" + file + "; flock 9; echo $$ >&9; echo; read end").start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('\n');
            assertThatThrownBy(() -> ProcessLock.take(DEVICE, List.of(folder)))
                    .isInstanceOf(DeviceHeldException.class)
                    .hasMessage("held by process " + other.pid() + " (sh)");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_lock_file_of_a_living_foreign_program_is_respected() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder.resolve("LCK..ttyACM0"), String.format("%10d minicom pi%n", other.pid()));
            assertThatThrownBy(() -> ProcessLock.take(DEVICE, List.of(folder)))
                    .isInstanceOf(DeviceHeldException.class)
                    .hasMessage("held by process " + other.pid() + " (minicom)");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_file_of_a_dead_foreign_program_is_taken_over() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(folder.resolve("LCK..ttyACM0"), String.format("%10d%n", dead.pid()));
        ProcessLock.take(DEVICE, List.of(folder)).close();
    }

    @Test
    void a_file_that_a_dead_printwire_left_is_taken_over_even_if_its_number_lives_again() throws IOException {
        Files.writeString(folder.resolve("LCK..ttyACM0"), String.format("%10d printwire pi%n", 1));
        ProcessLock.take(DEVICE, List.of(folder)).close();
    }

    @Test
    void it_is_not_handed_to_child_processes() throws IOException {
        try (ProcessLock lock = ProcessLock.take(DEVICE, List.of(folder))) {
            String file = folder.resolve("LCK..ttyACM0").toString();
            assertThat(lock).isNotNull();
            assertThat(OpenFiles.named(file)).hasSize(1);
            assertThat(OpenFiles.inheritable(file)).isEmpty();
        }
    }

    @Test
    void a_file_with_nonsense_is_taken_over() throws IOException {
        Files.writeString(folder.resolve("LCK..ttyACM0"), "");
        ProcessLock.take(DEVICE, List.of(folder)).close();
        Files.write(folder.resolve("LCK..ttyACM0"), new byte[] {1, 2, (byte) 0xFF});
        ProcessLock.take(DEVICE, List.of(folder)).close();
    }

    @Test
    void the_next_folder_is_used_when_the_first_is_not_there() throws IOException {
        try (ProcessLock lock = ProcessLock.take(DEVICE, List.of(folder.resolve("none"), folder))) {
            assertThat(lock).isNotNull();
            assertThat(folder.resolve("LCK..ttyACM0")).exists();
        }
    }

    @Test
    void no_folder_at_all_is_a_failure_that_names_the_file() {
        assertThatThrownBy(() -> ProcessLock.take(DEVICE, List.of(folder.resolve("none"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("LCK..ttyACM0: No such file or directory");
    }

    @Test
    void closing_twice_leaves_the_next_owners_lock_alone() throws IOException {
        ProcessLock first = ProcessLock.take(DEVICE, List.of(folder));
        first.close();
        try (ProcessLock second = ProcessLock.take(DEVICE, List.of(folder))) {
            first.close();
            assertThat(second).isNotNull();
            assertThatThrownBy(() -> ProcessLock.take(DEVICE, List.of(folder)))
                    .isInstanceOf(DeviceHeldException.class);
        }
    }
}
