package org.printwire.posix;

import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A lock on a device that is taken without touching the device: a lock file {@code LCK..ttyACM0} in the style of UUCP,
 * which minicom, pppd and others look at too, with flock(2) on it.
 *
 * <p>The lock ends with the process, however it dies; a file that a dead process left is taken over. Hosts that know no
 * lock files (pyserial's, OctoPrint) are not kept out by it; {@link DeviceHolder} sees them.
 */
public final class ProcessLock implements AutoCloseable {
    private static final String PROGRAM = "printwire";
    private static final int RETRIES = 10;

    private final Path file;
    private final LockFile lock;
    private boolean released;

    private ProcessLock(Path file, LockFile lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Where lock files go: the first of these that lets us make one is used. */
    public static List<Path> folders() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return runtime == null || runtime.isEmpty()
                ? List.of(Path.of("/run/lock"), temporary)
                : List.of(Path.of("/run/lock"), Path.of(runtime), temporary);
    }

    /**
     * Takes the lock, at once or not at all. Any thread.
     *
     * @param device with no symbolic link in it; need not exist
     * @param folders where to put the file, the first choice first
     * @throws DeviceHeldException somebody has it, perhaps this process
     * @throws IOException no folder lets us make the file
     */
    public static ProcessLock take(Path device, List<Path> folders) throws IOException {
        String name = "LCK.." + device.toString().replaceFirst("^/dev/", "").replace('/', '_');
        IOException why = new IOException("there is no folder for lock files");
        for (Path folder : folders) {
            try {
                return takeFile(folder.resolve(name));
            } catch (DeviceHeldException e) {
                throw e;
            } catch (IOException e) {
                why = e;
            }
        }
        throw why;
    }

    private static ProcessLock takeFile(Path file) throws IOException {
        for (int i = 0; i < RETRIES; i++) {
            ProcessLock taken = new ProcessLock(file, open(file));
            try {
                if (taken.lockNow()) {
                    return taken;
                }
            } catch (IOException e) {
                taken.lock.close();
                throw e;
            }
            taken.lock.close();
        }
        throw new IOException("the lock file " + file + " is made and removed all the time by somebody");
    }

    private static LockFile open(Path file) throws IOException {
        try {
            return LockFile.open(file, 0644);
        } catch (IOException e) {
            refuseIfHeld(file); // Another user's file that we may read but not write.
            throw e;
        }
    }

    /** False if the file was removed by its owner between our open and our flock: then we hold nothing. */
    private boolean lockNow() throws IOException {
        if (!lock.takeNow()) {
            throw new DeviceHeldException(owner(file).map(Owner::holder).orElse(new DeviceHolder(0, "unknown")));
        }
        if (!lock.inPlace()) {
            return false;
        }
        Optional<Owner> old = owner(file);
        if (old.isPresent() && !old.get().program().equals(PROGRAM)) {
            refuseIfHeld(file);
        }
        byte[] line = String.format("%10d %s %s%n", ProcessHandle.current().pid(), PROGRAM, user())
                .getBytes(StandardCharsets.US_ASCII);
        if (Libc.ftruncate(lock.descriptor(), new NativeLong(0)) != 0
                || Libc.write(lock.descriptor(), line, new NativeLong(line.length)).intValue() != line.length) {
            throw Libc.failure("write the lock file " + file);
        }
        return true;
    }

    private static String user() {
        return System.getProperty("user.name").replaceAll("[^\\w.-]", "_");
    }

    private static void refuseIfHeld(Path file) throws DeviceHeldException {
        Optional<Owner> owner = owner(file);
        if (owner.isPresent() && ProcessHandle.of(owner.get().pid()).isPresent()) {
            throw new DeviceHeldException(owner.get().holder());
        }
    }

    /** Gives the lock back and removes its file. May be called twice. */
    @Override
    public synchronized void close() {
        if (!released) {
            released = true;
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The file stays, unlocked, and the next one takes it over.
            }
            lock.close();
        }
    }

    /** What a lock file says: the process's number, then perhaps a program's name. */
    private record Owner(long pid, String program) {
        /** The name in the file says more than the process's own, which is {@code java} for another printwire. */
        DeviceHolder holder() {
            return program.isEmpty() ? DeviceHolder.of(pid) : new DeviceHolder(pid, program);
        }
    }

    private static Optional<Owner> owner(Path file) {
        try {
            String[] words = Files.readString(file, StandardCharsets.ISO_8859_1).strip().split("\\s+");
            return Optional.of(new Owner(Long.parseLong(words[0]), words.length > 1 ? words[1] : ""));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
