package org.printwire.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.printwire.posix.LockFile;

/** Says of a row that its print runs: a locked file, so that it ends with the process. One thread at a time. */
final class RunningMark implements AutoCloseable {

    private final Path folder;
    private Optional<LockFile> held = Optional.empty();
    private Path file;

    /** @param folder for the lock files */
    RunningMark(Path folder) {
        this.folder = folder;
    }

    /** Where no lock file can be made, as on a full disk, the row looks like one of a dead host until it has ended. */
    void set(long id) {
        close();
        try {
            Files.createDirectories(folder);
            file = file(id);
            held = LockFile.take(file);
        } catch (IOException e) {
            held = Optional.empty();
        }
    }

    /** Somebody, perhaps this process, prints it. */
    boolean runs(long id) {
        if (!Files.exists(file(id))) {
            return false;
        }
        try {
            Optional<LockFile> taken = LockFile.take(file(id));
            taken.ifPresent(LockFile::close);
            return taken.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private Path file(long id) {
        return folder.resolve(id + ".lock");
    }

    /** The print has ended. */
    @Override
    public void close() {
        if (held.isPresent()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // An unlocked file says the same.
            }
            held.get().close();
            held = Optional.empty();
        }
    }
}
