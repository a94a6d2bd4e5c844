package org.printwire.posix;

import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.List;

/** What a kernel does for video devices. A negative answer is an error's number. */
interface VideoKernel {

    /** The kernel of this machine. */
    VideoKernel REAL = new VideoKernel() {
        @Override
        public List<VideoLayout> layouts() {
            return VideoLayout.here();
        }

        @Override
        public int open(Path device) {
            return orError(Libc.open(device.toString(), Libc.O_RDWR | Libc.O_NONBLOCK | Libc.O_CLOEXEC));
        }

        @Override
        public int ioctl(int descriptor, long request, byte[] structure) {
            return orError(Libc.ioctl(descriptor, new NativeLong(request), structure));
        }

        @Override
        public Area map(int descriptor, int length, int offset) {
            NativeLong bytes = new NativeLong(length);
            Pointer start = Libc.mmap(null, bytes, Libc.PROT_READ | Libc.PROT_WRITE, Libc.MAP_SHARED, descriptor,
                    new NativeLong(Integer.toUnsignedLong(offset)));
            if (Libc.failed(start)) {
                return null;
            }
            return new Area() {
                @Override
                public byte[] read(int count) {
                    return start.getByteArray(0, count);
                }

                @Override
                public void release() {
                    Libc.munmap(start, bytes);
                }
            };
        }

        @Override
        public boolean ready(int descriptor, int timeoutMillis) {
            PollSet poll = new PollSet(descriptor);
            poll.poll(timeoutMillis);
            return poll.saw(0, PollSet.READABLE | PollSet.ERROR | PollSet.HUNG_UP);
        }

        @Override
        public void close(int descriptor) {
            Libc.close(descriptor);
        }

        private int orError(int answer) {
            return answer < 0 ? -Libc.lastError() : answer;
        }
    };

    /** Those to try, the surest first. */
    List<VideoLayout> layouts();

    int open(Path device);

    int ioctl(int descriptor, long request, byte[] structure);

    /** Null: it cannot be done. */
    Area map(int descriptor, int length, int offset);

    /** Waits until there is a frame, or an error to be had by asking for one. */
    boolean ready(int descriptor, int timeoutMillis);

    void close(int descriptor);

    /** A piece of memory that the driver fills. */
    interface Area {
        /** A copy of its first bytes. */
        byte[] read(int count);

        void release();
    }
}
