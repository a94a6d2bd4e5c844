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
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (leadsTo(descriptor, device)) {
                    found.add(Integer.valueOf(descriptor.getFileName().toString()));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another user's process, or one that ended meanwhile.
        }
        return found;
    }

    private static boolean leadsTo(Path descriptor, Path device) {
        try {
            return Files.readSymbolicLink(descriptor).equals(device);
        } catch (IOException e) {
            return false; // Closed since it was listed.
        }
    }
}
