package org.printwire.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with flock(2) on it, which ends with the process, however it dies. flock rather than the JDK's
 * {@code FileLock}, which is lost as soon as anybody in the process closes another descriptor of the file, and says
 * nothing to a second user in the same process.
 */
public final class LockFile implements AutoCloseable {
    private static final int OWNER_ONLY = 0600;

    private final Path file;
    private final int descriptor;
    private boolean closed;

    private LockFile(Path file, int descriptor) {
        this.file = file;
        this.descriptor = descriptor;
    }

    /**
     * Takes the lock, at once or not at all; the file is made if it is missing, and stays. Any thread.
     *
     * @return empty: somebody has it, perhaps this process
     * @throws IOException the file cannot be made or opened
     */
    public static Optional<LockFile> take(Path file) throws IOException {
        LockFile lock = open(file, OWNER_ONLY);
        if (lock.takeNow()) {
            return Optional.of(lock);
        }
        lock.close();
        return Optional.empty();
    }

    /** The file, without the lock. {@code mode}: if it is made. */
    static LockFile open(Path file, int mode) throws IOException {
        int descriptor = Libc.open(file.toString(), Libc.O_RDWR | Libc.O_CREAT | Libc.O_CLOEXEC, mode);
        if (descriptor < 0) {
            throw Libc.failure("make the lock file " + file);
        }
        return new LockFile(file, descriptor);
    }

    /** False: somebody else has it. */
    boolean takeNow() {
        return Libc.flock(descriptor, Libc.LOCK_EXCLUSIVE_NOW) == 0;
    }

    /** False if the file was removed since it was opened: then the lock keeps nobody out. */
    boolean inPlace() throws IOException {
        return Files.exists(file) && Files.isSameFile(file, Path.of("/proc/self/fd/" + descriptor));
    }

    int descriptor() {
        return descriptor;
    }

    /** Gives the lock back. May be called twice. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Libc.close(descriptor);
        }
    }
}
