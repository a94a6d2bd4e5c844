package org.printwire.posix;

import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The near end of a new pseudo-terminal, in raw mode: whoever opens {@link #path()} talks to this object as if over a
 * serial line. Linux only.
 *
 * <p>One thread may read while another writes; {@link #close()} may come from any thread and ends a read that waits.
 * The descriptors are close-on-exec. What the far end wrote before it closed can still be read; what was written here
 * and not read there is lost or not when it closes, as with a real line.
 */
public final class PseudoTerminal implements AutoCloseable {
    /** How often a terminal that nobody has open is looked at: Linux tells of a hang-up, but not of its end. */
    private static final int VACANT_LOOK_MILLIS = 5;

    private final int master;
    private final int wake;
    private final String path;
    private final PollSet readPoll;
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
    private volatile boolean closed;
    private Path link;

    private PseudoTerminal(int master, int wake, String path) {
        this.master = master;
        this.wake = wake;
        this.path = path;
        this.readPoll = new PollSet(master, wake);
    }

    /** @throws IOException the system has no pseudo-terminal left, or no /dev/pts */
    public static PseudoTerminal open() throws IOException {
        int master = Libc.open("/dev/ptmx", Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_NONBLOCK | Libc.O_CLOEXEC);
        if (master < 0) {
            throw Libc.failure("open /dev/ptmx");
        }
        int wake = -1;
        try {
            String path = unlock(master);
            makeRaw(path);
            wake = Libc.eventfd(0, Libc.O_NONBLOCK | Libc.O_CLOEXEC);
            if (wake < 0) {
                throw Libc.failure("eventfd");
            }
            return new PseudoTerminal(master, wake, path);
        } catch (IOException e) {
            Libc.close(master);
            throw e;
        }
    }

    private static String unlock(int master) throws IOException {
        byte[] name = new byte[256];
        if (Libc.grantpt(master) != 0
                || Libc.unlockpt(master) != 0
                || Libc.ptsname_r(master, name, new NativeLong(name.length)) != 0) {
            throw Libc.failure("make a pseudo-terminal");
        }
        int end = 0;
        while (name[end] != 0) {
            end++;
        }
        return new String(name, 0, end, StandardCharsets.US_ASCII);
    }

    /** Opening and closing the far end also puts it into the state "nobody there", in which Linux does not begin it. */
    private static void makeRaw(String path) throws IOException {
        int slave = Libc.open(path, Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_CLOEXEC);
        if (slave < 0) {
            throw Libc.failure("open " + path);
        }
        try {
            Termios.of(slave, path).raw().set(slave, path);
        } finally {
            Libc.close(slave);
        }
    }

    /** The device to open at the far end, as {@code /dev/pts/3}. */
    public String path() {
        return path;
    }

    /** The descriptors' numbers, for tests. Somebody else's after {@link #close()}. */
    List<Integer> descriptors() {
        return List.of(master, wake);
    }

    /**
     * Waits for bytes, at most {@code timeoutMillis}. One thread at a time.
     *
     * @return how many bytes were put into {@code buffer} from its start; 0: nothing came in that time; -1: nobody
     *     has the far end open and nothing is left to read, which is told when the time is over, so that a loop
     *     around this call does not spin
     * @throws IOException this object was closed
     */
    public int read(byte[] buffer, int timeoutMillis) throws IOException {
        open.readLock().lock();
        try {
            checkOpen();
            readPoll.poll(timeoutMillis);
            checkOpen();
            int remaining = timeoutMillis;
            while (true) {
                int count = readNow(buffer);
                if (count >= 0 || remaining <= 0) {
                    return count;
                }
                new PollSet(wake).poll(Math.min(remaining, VACANT_LOOK_MILLIS));
                remaining -= VACANT_LOOK_MILLIS;
                checkOpen();
            }
        } finally {
            open.readLock().unlock();
        }
    }

    private int readNow(byte[] buffer) throws IOException {
        int count = Libc.read(master, buffer, new NativeLong(buffer.length)).intValue();
        if (count >= 0) {
            return count;
        }
        return switch (Libc.lastError()) {
            case Libc.EIO -> -1;
            case Libc.EAGAIN, Libc.EINTR -> 0;
            default -> throw Libc.failure("read " + path);
        };
    }

    /**
     * Writes what fits now and never waits. Any thread.
     *
     * @return how many bytes were taken; fewer than {@code length}, or 0, when the far end does not read, and 0 when
     *     nobody has it open
     * @throws IOException this object was closed
     */
    public int write(byte[] bytes, int offset, int length) throws IOException {
        byte[] part = offset == 0 ? bytes : Arrays.copyOfRange(bytes, offset, offset + length);
        open.readLock().lock();
        try {
            checkOpen();
            if (!occupied()) {
                return 0; // Linux would keep the bytes for whoever opens it next.
            }
            int count = Libc.write(master, part, new NativeLong(length)).intValue();
            if (count >= 0) {
                return count;
            }
            int error = Libc.lastError();
            if (error == Libc.EAGAIN || error == Libc.EINTR || error == Libc.EIO) {
                return 0;
            }
            throw Libc.failure("write " + path);
        } finally {
            open.readLock().unlock();
        }
    }

    /** Whether somebody has the far end open now. False after {@link #close()}. */
    public boolean occupied() {
        open.readLock().lock();
        try {
            if (closed) {
                return false;
            }
            PollSet look = new PollSet(master);
            look.await(0, 0);
            look.poll(0);
            return !look.saw(0, PollSet.HUNG_UP);
        } finally {
            open.readLock().unlock();
        }
    }

    /**
     * Whether a serial port would drop its line DTR when the far end closes it (HUPCL), as whoever had it open last
     * left it. A new terminal would, like a USB port that was just plugged in.
     *
     * @throws IOException this object was closed
     */
    public boolean hangsUpAtClose() throws IOException {
        open.readLock().lock();
        try {
            checkOpen();
            return Termios.of(master, path).hangsUpAtClose();
        } finally {
            open.readLock().unlock();
        }
    }

    /**
     * Makes {@code name} a symbolic link to the far end, until {@link #close()}. An old link of that name is replaced.
     *
     * @throws FileAlreadyExistsException something that is no symbolic link has that name: it is left alone
     */
    public synchronized void link(Path name) throws IOException {
        if (Files.isSymbolicLink(name)) {
            Files.delete(name);
        }
        Files.createSymbolicLink(name, Path.of(path));
        link = name;
    }

    /** Ends the line: the far end reads a hang-up. Never throws; may be called twice. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true; // Before the wake-up, so that the reader that wakes sees it and lets go of the descriptors.
        byte[] one = new byte[Long.BYTES];
        Arrays.fill(one, (byte) 1);
        Libc.write(wake, one, new NativeLong(one.length));
        open.writeLock().lock();
        try {
            removeLink();
            Libc.close(master);
            Libc.close(wake);
        } finally {
            open.writeLock().unlock();
        }
    }

    private void removeLink() {
        try {
            if (link != null && Files.readSymbolicLink(link).equals(Path.of(path))) {
                Files.delete(link);
            }
        } catch (IOException e) {
            // Somebody else removed or replaced it: then it is not ours to remove.
        }
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException(path + " was closed");
        }
    }
}
