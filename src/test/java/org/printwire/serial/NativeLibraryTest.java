package org.printwire.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.posix.PrivateFolder;

class NativeLibraryTest {
    @Test
    void jserialcomms_library_comes_from_where_nobody_else_can_put_another_one() throws IOException {
        UnlistedPort.of(Path.of("/dev/ttyACM99"));
        List<String> mapped = mapped("libjSerialComm");
        assertThat(mapped).isNotEmpty().noneMatch(path -> path.startsWith("/tmp/jSerialComm"));
        Path kept = PrivateFolder.make(PrivateFolder.cache().resolve("native"));
        assertThat(mapped).allMatch(path -> path.startsWith(kept.toString()));
    }

    @Test
    void the_properties_are_as_before_afterwards() throws PortException {
        String temporary = System.getProperty("java.io.tmpdir");
        String home = System.getProperty("user.home");
        NativeLibrary.load();
        assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(temporary);
        assertThat(System.getProperty("user.home")).isEqualTo(home);
    }

    /** What this process has in its memory, by the name of the file. */
    private static List<String> mapped(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains(name))
                .map(line -> line.substring(line.indexOf('/')))
                .distinct()
                .toList();
    }
}
