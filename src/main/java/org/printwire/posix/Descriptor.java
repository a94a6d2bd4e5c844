package org.printwire.posix;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file descriptor's number, found by what it is open on in the process's folder in {@code /proc}. */
final class Descriptor {
    private Descriptor() {}

    /**
     * The descriptors that a process has on {@code device}; none where they may not be seen.
     *
     * @param process as {@code /proc/self}
     */
    static List<Integer> opened(Path process, Path device) {
        List<Integer> found = new ArrayList<>();
        for (Path descriptor : mayLeadTo(process, device)) {
            if (leadsTo(descriptor, device)) {
                found.add(Integer.valueOf(descriptor.getFileName().toString()));
            }
        }
        return found;
    }

    /**
     * Those whose names are worth a closer look. The name alone proves nothing, but to look at each file would wait
     * for network file systems that do not answer.
     */
    private static List<Path> mayLeadTo(Path process, Path device) {
        String name = device.getFileName().toString();
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                String target = target(descriptor);
                if (target.startsWith("/dev/") || target.contains(name)) {
                    found.add(descriptor);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another user's process, or one that ended meanwhile.
        }
        return found;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // Closed since it was listed.
        }
    }

    /** The kernel follows such a link to the open file itself, whatever its name means here. */
    private static boolean leadsTo(Path descriptor, Path device) {
        try {
            return DeviceNode.of(descriptor).leadsWhere(DeviceNode.of(device));
        } catch (IOException e) {
            return false; // Closed meanwhile, or the device is gone.
        }
    }
}
