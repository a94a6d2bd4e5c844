package org.printwire.posix;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;

/**
 * The calls of the C library that the JDK does not have, as they are. Linux only; the numbers are those of x86 and
 * ARM, 32 and 64 bit. Variadic functions are declared with the arguments used here, which those systems pass alike.
 */
final class Libc {
    static final int O_RDWR = 0x2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final int O_CREAT = 0x40;
    static final int F_GETFD = 1;
    static final int F_SETFD = 2;
    static final int FD_CLOEXEC = 1;
    static final int LOCK_EXCLUSIVE_NOW = 2 | 4;
    static final int TCSANOW = 0;
    static final int PROT_READ = 1;
    static final int PROT_WRITE = 2;
    static final int MAP_SHARED = 1;
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int ENXIO = 6;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENODEV = 19;
    static final int EINVAL = 22;
    static final int ENOTTY = 25;
    static final int ERANGE = 34;

    static {
        Native.register(Libc.class, "c");
    }

    private Libc() {}

    static native int open(String path, int flags);

    /** {@code mode}: of a file that is made. */
    static native int open(String path, int flags, int mode);

    static native int flock(int descriptor, int operation);

    static native int ftruncate(int descriptor, NativeLong length);

    static native int close(int descriptor);

    static native NativeLong read(int descriptor, byte[] buffer, NativeLong length);

    static native NativeLong write(int descriptor, byte[] bytes, NativeLong length);

    /** {@code polls}: see {@link PollSet}. */
    static native int poll(int[] polls, NativeLong count, int timeoutMillis);

    static native int fcntl(int descriptor, int command, int argument);

    static native int ioctl(int descriptor, NativeLong request, byte[] argument);

    static native Pointer mmap(
            Pointer address, NativeLong length, int protection, int flags, int descriptor, NativeLong offset);

    static native int munmap(Pointer address, NativeLong length);

    static native int eventfd(int initial, int flags);

    static native int grantpt(int descriptor);

    static native int unlockpt(int descriptor);

    static native int ptsname_r(int descriptor, byte[] name, NativeLong length);

    static native int tcgetattr(int descriptor, byte[] termios);

    static native void cfmakeraw(byte[] termios);

    static native int tcsetattr(int descriptor, int when, byte[] termios);

    static native int tcgetpgrp(int descriptor);

    static native int getpgrp();

    static native int setpriority(int which, int who, int priority);

    static native int getpriority(int which, int who);

    static native String strerror(int error);

    /** Whether this is what mmap answers when it fails: -1, which on 32 bit comes without a sign. */
    static boolean failed(Pointer mapped) {
        long address = Pointer.nativeValue(mapped);
        return Native.POINTER_SIZE == 8 ? address == -1 : (int) address == -1;
    }

    static int lastError() {
        return Native.getLastError();
    }

    /** The last call's failure, for a person: "open /dev/ptmx: No such file or directory". */
    static IOException failure(String action) {
        return new IOException(action + ": " + strerror(lastError()));
    }
}
