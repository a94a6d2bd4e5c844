package org.printwire.posix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Frames of a video device as they come, in memory that the driver fills ({@code mmap}). It is on until {@link #close()};
 * one thread at a time.
 */
public final class VideoStream implements AutoCloseable {
    private static final int DAMAGED = 0x40;
    private static final int BYTES_USED_AT = 8;
    private static final int FLAGS_AT = 12;
    private static final byte[] CAPTURE = new VideoStruct(4).put(0, 1).bytes();

    private final VideoDevice device;
    private final List<VideoKernel.Area> areas = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private boolean closed;

    private VideoStream(VideoDevice device) {
        this.device = device;
    }

    static VideoStream start(VideoDevice device, int buffers) throws VideoException {
        VideoStream stream = new VideoStream(device);
        int count = device.requestBuffers(buffers);
        try {
            if (count == 0) {
                throw VideoException.failed(device.path() + " has no memory for frames");
            }
            for (int index = 0; index < count; index++) {
                stream.add(index);
            }
            device.call(VideoCall.STREAMON, new VideoStruct(CAPTURE.clone()), "start streaming");
            return stream;
        } catch (VideoException e) {
            stream.close();
            throw e;
        }
    }

    private void add(int index) throws VideoException {
        VideoStruct buffer = device.buffer(index);
        int error = device.error(VideoCall.QUERYBUF, buffer);
        if (error == Libc.ENOTTY && device.nextLayout()) {
            buffer = device.buffer(index);
            error = device.error(VideoCall.QUERYBUF, buffer);
        }
        if (error != 0) {
            throw VideoException.of(error, "find a buffer of " + device.path());
        }
        int length = buffer.at(device.layout().lengthAt);
        areas.add(device.map(length, buffer.at(device.layout().offsetAt)));
        lengths.add(length);
        device.call(VideoCall.QBUF, device.buffer(index), "hand over a buffer");
    }

    /**
     * The next frame: a copy of its bytes.
     *
     * @param timeoutMillis how long to wait for it; 0: only one that is there already
     * @return empty: none came in that time, or what came is damaged by the driver's own account
     * @throws VideoException with reason GONE: unplugged
     */
    public Optional<byte[]> frame(int timeoutMillis) throws VideoException {
        if (!device.ready(timeoutMillis)) {
            return Optional.empty();
        }
        VideoStruct buffer = device.buffer(0);
        int error = device.error(VideoCall.DQBUF, buffer);
        if (error == Libc.EAGAIN || error == Libc.EIO) {
            return Optional.empty(); // EIO: a frame was lost on its way; the stream goes on.
        }
        if (error != 0) {
            throw VideoException.of(error, "take a frame from " + device.path());
        }
        int index = buffer.at(0);
        int used = Math.min(buffer.at(BYTES_USED_AT), lengths.get(index));
        boolean whole = used > 0 && (buffer.at(FLAGS_AT) & DAMAGED) == 0;
        Optional<byte[]> frame = whole ? Optional.of(areas.get(index).read(used)) : Optional.empty();
        device.call(VideoCall.QBUF, device.buffer(index), "hand over a buffer");
        return frame;
    }

    /** Ends it and gives the memory back, so that others may stream. Never throws; may be called twice. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        device.error(VideoCall.STREAMOFF, new VideoStruct(CAPTURE.clone()));
        areas.forEach(VideoKernel.Area::release);
        areas.clear();
        device.error(VideoCall.REQBUFS, device.struct(VideoCall.REQBUFS).put(4, 1).put(8, 1));
    }
}
