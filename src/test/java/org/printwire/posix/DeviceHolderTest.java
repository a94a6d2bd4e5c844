package org.printwire.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceHolderTest {
    @TempDir
    Path folder;

    private Path device;
    private Process other;

    @BeforeEach
    void make() throws IOException {
        device = Files.createFile(folder.toRealPath().resolve("device"));
    }

    @AfterEach
    void end() throws InterruptedException {
        if (other != null) {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void nobody_holds_what_nobody_has_open() {
        assertThat(DeviceHolder.of(device)).isEmpty();
    }

    @Test
    void a_process_that_has_it_open_is_named() throws IOException {
        start("sh", "-c", "exec 3<" + device + "; echo; read end");
        assertThat(DeviceHolder.of(device)).contains(new DeviceHolder(other.pid(), "sh"));
    }

    /** Needs a kernel that lets this user make namespaces. */
    @Test
    void a_process_whose_own_namespace_has_another_file_of_that_name_is_no_holder() throws IOException {
        start("unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                "mount -t tmpfs none " + device.getParent() + " && exec 3>" + device + " && echo && read end");
        assumeTrue(Files.readSymbolicLink(Path.of("/proc/" + other.pid() + "/fd/3")).equals(device));
        assertThat(DeviceHolder.of(device)).isEmpty();
    }

    /** Starts a program that says a line once it has opened what it wants, and ends when its input does. */
    private void start(String... command) throws IOException {
        other = new ProcessBuilder(command).start();
        assumeTrue(other.getInputStream().read() == '\n', () -> "the program did not start: " + command[0]);
    }
}
