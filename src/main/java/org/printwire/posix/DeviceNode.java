package org.printwire.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Which device a path leads to, so that two paths can be compared without their names: the names of another mount
 * namespace (a container's {@code /dev/pts/0}) are not ours.
 *
 * @param fileSystem number of the file system that the node is on ({@code st_dev})
 * @param file number of the node there ({@code st_ino})
 * @param device major and minor number of a device ({@code st_rdev}); 0 for a file
 * @param links how many names the node has; 0 for one that was removed, as by unplugging
 */
record DeviceNode(long fileSystem, long file, long device, long links) {
    /** Linux gives pseudo-terminals these; each mount of devpts counts its own from 0. */
    private static final int FIRST_PSEUDO_TERMINAL = 136;

    private static final int LAST_PSEUDO_TERMINAL = 143;

    /** @throws IOException there is none, or it may not be looked at */
    static DeviceNode of(Path path) throws IOException {
        Map<String, Object> facts = Files.readAttributes(path, "unix:dev,ino,rdev,nlink");
        return new DeviceNode(
                number(facts, "dev"), number(facts, "ino"), number(facts, "rdev"), number(facts, "nlink"));
    }

    private static long number(Map<String, Object> facts, String name) {
        return ((Number) facts.get(name)).longValue();
    }

    /** Whether both lead to one device. A container has nodes of its own for the host's devices, with their numbers. */
    boolean leadsWhere(DeviceNode other) {
        if (fileSystem == other.fileSystem && file == other.file) {
            return true;
        }
        return device == other.device && device != 0 && !pseudoTerminal() && links > 0 && other.links > 0;
    }

    private boolean pseudoTerminal() {
        long major = device >> 8 & 0xFFF;
        return major >= FIRST_PSEUDO_TERMINAL && major <= LAST_PSEUDO_TERMINAL;
    }
}
