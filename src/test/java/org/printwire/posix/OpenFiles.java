package org.printwire.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this process has open, for tests. A child made by Java shows nothing about close-on-exec, as Java's launcher
 * closes everything in it; native libraries that fork do not.
 */
public final class OpenFiles {
    private static final int CLOSE_ON_EXEC = 02000000;

    private OpenFiles() {}

    /** The descriptors whose link is {@code name}. */
    public static List<Path> named(String name) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                try {
                    if (Files.readSymbolicLink(descriptor).toString().equals(name)) {
                        found.add(descriptor);
                    }
                } catch (NoSuchFileException e) {
                    continue; // The one that listed the folder.
                }
            }
        }
        return found;
    }

    /** Those of them that a program started from here would get. */
    public static List<Path> inheritable(String name) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path descriptor : named(name)) {
            String info = Files.readString(Path.of("/proc/self/fdinfo").resolve(descriptor.getFileName()));
            String flags = info.lines().filter(l -> l.startsWith("flags:")).findFirst().orElseThrow();
            if ((Integer.parseInt(flags.substring("flags:".length()).strip(), 8) & CLOSE_ON_EXEC) == 0) {
                found.add(descriptor);
            }
        }
        return found;
    }
}
