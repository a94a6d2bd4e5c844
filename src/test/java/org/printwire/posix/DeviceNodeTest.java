package org.printwire.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceNodeTest {
    private static final long ACM0 = 166 << 8;
    private static final long PTS0 = 136 << 8;

    @TempDir
    Path folder;

    @Test
    void a_link_leads_where_its_target_is() throws IOException {
        Path file = Files.createFile(folder.resolve("a"));
        Path link = Files.createSymbolicLink(folder.resolve("b"), file);
        assertThat(DeviceNode.of(link).leadsWhere(DeviceNode.of(file))).isTrue();
    }

    @Test
    void two_files_are_two() throws IOException {
        DeviceNode one = DeviceNode.of(Files.createFile(folder.resolve("a")));
        DeviceNode two = DeviceNode.of(Files.createFile(folder.resolve("b")));
        assertThat(one.leadsWhere(two)).isFalse();
    }

    @Test
    void two_devices_in_one_folder_are_two() throws IOException {
        assertThat(DeviceNode.of(Path.of("/dev/null")).leadsWhere(DeviceNode.of(Path.of("/dev/zero")))).isFalse();
    }

    @Test
    void a_containers_node_for_a_hosts_device_leads_to_that_device() {
        assertThat(new DeviceNode(5, 400, ACM0, 1).leadsWhere(new DeviceNode(99, 7, ACM0, 1))).isTrue();
    }

    @Test
    void a_pseudo_terminal_of_another_devpts_is_another_one_though_its_number_is_the_same() {
        assertThat(new DeviceNode(20, 3, PTS0, 1).leadsWhere(new DeviceNode(21, 3, PTS0, 1))).isFalse();
    }

    @Test
    void what_was_unplugged_is_not_the_device_that_got_its_number() {
        assertThat(new DeviceNode(5, 400, ACM0, 0).leadsWhere(new DeviceNode(5, 401, ACM0, 1))).isFalse();
    }
}
