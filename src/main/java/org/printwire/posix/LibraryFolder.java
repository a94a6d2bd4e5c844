package org.printwire.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a library puts its native part to load it from: a folder that only this user can write in, so that nobody else
 * can have his code run in our process. It is kept from run to run in the user's cache; a user without one, as a system
 * service may be, gets a new folder that is removed by {@link #close}. The system keeps what is loaded.
 */
public final class LibraryFolder implements AutoCloseable {
    private final Path path;
    private final boolean kept;

    private LibraryFolder(Path path, boolean kept) {
        this.path = path;
        this.kept = kept;
    }

    /** @throws IOException neither can be made */
    public static LibraryFolder open() throws IOException {
        try {
            return new LibraryFolder(PrivateFolder.make(PrivateFolder.cache().resolve("native")), true);
        } catch (IOException e) {
            return new LibraryFolder(Files.createTempDirectory("printwire"), false);
        }
    }

    /** With no symbolic link in it. */
    public Path path() {
        return path;
    }

    /** @throws IOException what was for this once cannot be removed */
    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(path)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
