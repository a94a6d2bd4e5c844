package org.printwire.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
        return matching(target -> target.toString().equals(name));
    }

    /** Those of them that a program started from here would get. */
    public static List<Path> inheritable(String name) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path descriptor : named(name)) {
            if (inheritable(Integer.parseInt(descriptor.getFileName().toString()))) {
                found.add(descriptor);
            }
        }
        return found;
    }

    /** Whether a program started from here would get it. */
    static boolean inheritable(int descriptor) throws IOException {
        String info = Files.readString(Path.of("/proc/self/fdinfo/" + descriptor));
        String flags = info.lines().filter(l -> l.startsWith("flags:")).findFirst().orElseThrow();
        return (Integer.parseInt(flags.substring("flags:".length()).strip(), 8) & CLOSE_ON_EXEC) == 0;
    }

    /**
     * The descriptors of all that is open beneath a folder or is the file itself, but for the folder that is read to
     * find out. Threads of other tests open and close files all the time, so a plain count of all tells nothing.
     */
    public static List<Path> beneath(Path folder) throws IOException {
        Path own = Path.of("/proc/" + ProcessHandle.current().pid() + "/fd");
        return matching(target -> target.startsWith(folder) && !target.equals(own));
    }

    private static List<Path> matching(Predicate<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                try {
                    if (wanted.test(Files.readSymbolicLink(descriptor))) {
                        found.add(descriptor);
                    }
                } catch (NoSuchFileException e) {
                    continue; // Closed since it was listed.
                }
            }
        }
        return found;
    }
}
