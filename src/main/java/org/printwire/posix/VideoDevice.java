package org.printwire.posix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A video device, open until {@link #close()}. To open it and to ask it changes nothing and disturbs nobody who streams
 * from it. One thread at a time. Linux on x86-64 and ARM.
 */
public final class VideoDevice implements AutoCloseable {
    private static final int CAPTURE = 1;
    private static final int DISCRETE = 1;
    private static final int MEMORY_MAPPED = 1;
    private static final int MOST_LISTED = 256;

    private final VideoKernel kernel;
    private final Path path;
    private final int descriptor;
    private VideoLayout layout;
    private boolean closed;

    private VideoDevice(VideoKernel kernel, Path path, int descriptor) {
        this.kernel = kernel;
        this.path = path;
        this.descriptor = descriptor;
        this.layout = kernel.layouts().get(0);
    }

    /** @throws VideoException it is not there, or this user may not */
    public static VideoDevice open(Path path) throws VideoException {
        return open(VideoKernel.REAL, path);
    }

    static VideoDevice open(VideoKernel kernel, Path path) throws VideoException {
        int descriptor = kernel.open(path);
        if (descriptor < 0) {
            throw VideoException.of(-descriptor, "open " + path);
        }
        return new VideoDevice(kernel, path, descriptor);
    }

    /** As it was opened. */
    public Path path() {
        return path;
    }

    /** What the device says that it is. */
    public VideoCapability capability() throws VideoException {
        VideoStruct answer = struct(VideoCall.QUERYCAP);
        call(VideoCall.QUERYCAP, answer, "ask what it is");
        return VideoCapability.of(answer);
    }

    /** The layouts of frames that it has, in the driver's order. */
    public List<VideoFormat> formats() throws VideoException {
        List<VideoFormat> formats = new ArrayList<>();
        for (int index = 0; index < MOST_LISTED; index++) {
            VideoStruct answer = struct(VideoCall.ENUM_FMT).put(0, index).put(4, CAPTURE);
            if (!ask(VideoCall.ENUM_FMT, answer, "list formats")) {
                break;
            }
            int code = answer.at(44);
            formats.add(new VideoFormat(code, answer.text(12, 32), sizes(code)));
        }
        return formats;
    }

    private List<VideoSize> sizes(int code) throws VideoException {
        List<VideoSize> sizes = new ArrayList<>();
        for (int index = 0; index < MOST_LISTED; index++) {
            VideoStruct answer = struct(VideoCall.ENUM_FRAMESIZES).put(0, index).put(4, code);
            if (!ask(VideoCall.ENUM_FRAMESIZES, answer, "list sizes")) {
                break;
            }
            if (answer.at(8) != DISCRETE) {
                return List.of(new VideoSize(
                        answer.at(12), answer.at(16), answer.at(20), answer.at(24), answer.at(28), answer.at(32)));
            }
            sizes.add(VideoSize.of(answer.at(12), answer.at(16)));
        }
        return sizes;
    }

    /** What can be set about it. */
    public List<VideoControl> controls() throws VideoException {
        return new VideoControls(this).all();
    }

    /**
     * Sets a control, until somebody else sets it or the device loses its power.
     *
     * @throws VideoException the device has no such control or does not take that value
     */
    public void set(int control, int value) throws VideoException {
        VideoStruct pair = struct(VideoCall.S_CTRL).put(0, control).put(4, value);
        call(VideoCall.S_CTRL, pair, "set a control to " + value);
    }

    /** Whether somebody else has the device's frames, or the right to them. Disturbs nobody. */
    public boolean busy() throws VideoException {
        try {
            requestBuffers(0);
            return false;
        } catch (VideoException e) {
            if (e.reason() == VideoException.Reason.BUSY) {
                return true;
            }
            throw e;
        }
    }

    /** What the frames would look like now. */
    public VideoShape shape() throws VideoException {
        VideoStruct format = struct(VideoCall.G_FMT).put(0, CAPTURE);
        call(VideoCall.G_FMT, format, "ask for the format");
        return granted(format);
    }

    /**
     * Asks for frames of this kind. Drivers take the nearest that they have.
     *
     * @return what the driver has made of it
     * @throws VideoException with reason BUSY: somebody else streams
     */
    public VideoShape shape(int code, int width, int height) throws VideoException {
        int picture = layout.pictureAt;
        VideoStruct format = struct(VideoCall.S_FMT).put(0, CAPTURE)
                .put(picture, width).put(picture + 4, height).put(picture + 8, code);
        call(VideoCall.S_FMT, format, "set the format");
        return granted(format);
    }

    private VideoShape granted(VideoStruct format) {
        int picture = layout.pictureAt;
        return new VideoShape(format.at(picture + 8), format.at(picture), format.at(picture + 4), format.at(picture + 16));
    }

    /**
     * Begins to stream.
     *
     * @param buffers how many frames the driver may fill ahead; it may take another number
     * @throws VideoException with reason BUSY: somebody else streams
     */
    public VideoStream stream(int buffers) throws VideoException {
        return VideoStream.start(this, buffers);
    }

    /** How many there are now; 0 gives all back. */
    int requestBuffers(int count) throws VideoException {
        VideoStruct request = struct(VideoCall.REQBUFS).put(0, count).put(4, CAPTURE).put(8, MEMORY_MAPPED);
        call(VideoCall.REQBUFS, request, "ask for buffers");
        return request.at(0);
    }

    VideoKernel.Area map(int length, int offset) throws VideoException {
        VideoKernel.Area area = kernel.map(descriptor, length, offset);
        if (area == null) {
            throw VideoException.failed("share " + length + " bytes with " + path + ": the system does not let us");
        }
        return area;
    }

    boolean ready(int timeoutMillis) {
        return kernel.ready(descriptor, timeoutMillis);
    }

    VideoLayout layout() {
        return layout;
    }

    VideoStruct struct(VideoCall call) {
        return new VideoStruct(call.bytes(layout));
    }

    /** A buffer's structure, for the calls about buffers. */
    VideoStruct buffer(int index) {
        return struct(VideoCall.QBUF).put(0, index).put(4, CAPTURE).put(layout.memoryAt, MEMORY_MAPPED);
    }

    /** On 32 bit: the other layout of times, for a kernel that does not know the first. False: there is none. */
    boolean nextLayout() {
        List<VideoLayout> layouts = kernel.layouts();
        int next = layouts.indexOf(layout) + 1;
        layout = layouts.get(Math.min(next, layouts.size() - 1));
        return next < layouts.size();
    }

    /** False: the device knows no such thing, or no more of them. */
    boolean ask(VideoCall call, VideoStruct structure, String action) throws VideoException {
        int error = error(call, structure);
        if (error == Libc.EINVAL || error == Libc.ENOTTY) {
            return false;
        }
        if (error != 0) {
            throw VideoException.of(error, action + " of " + path);
        }
        return true;
    }

    void call(VideoCall call, VideoStruct structure, String action) throws VideoException {
        int error = error(call, structure);
        if (error != 0) {
            throw VideoException.of(error, action + " (" + path + ")");
        }
    }

    /** 0: done. */
    int error(VideoCall call, VideoStruct structure) {
        int answer;
        do {
            answer = kernel.ioctl(descriptor, call.request(layout), structure.bytes());
        } while (answer == -Libc.EINTR);
        return answer < 0 ? -answer : 0;
    }

    /** Ends a stream too. May be called twice. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            kernel.close(descriptor);
        }
    }
}
