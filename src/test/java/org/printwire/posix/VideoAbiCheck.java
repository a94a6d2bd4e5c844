package org.printwire.posix;

import com.sun.jna.Native;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * For scripts/arm-check.sh: prints what this JVM makes of V4L2, in the words of scripts/v4l2-abi.c, after it has seen
 * that the calls themselves work here. Arguments: which of the machine's layouts, from 0.
 */
public final class VideoAbiCheck {
    private VideoAbiCheck() {}

    public static void main(String[] words) throws Exception {
        System.err.println("java " + System.getProperty("java.version") + " on " + System.getProperty("os.arch")
                + ", pointers of " + Native.POINTER_SIZE + " bytes, JNA " + Native.VERSION + " with " + Native.VERSION_NATIVE);
        shareMemory();
        askNobody();
        VideoLayout layout = VideoLayout.here().get(Integer.parseInt(words[0]));
        System.out.println("v4l2_format " + layout.formatBytes);
        System.out.println("v4l2_format.fmt.pix.width " + layout.pictureAt);
        System.out.println("v4l2_buffer " + layout.bufferBytes);
        System.out.println("v4l2_buffer.memory " + layout.memoryAt);
        System.out.println("v4l2_buffer.m.offset " + layout.offsetAt);
        System.out.println("v4l2_buffer.length " + layout.lengthAt);
        for (VideoCall call : VideoCall.values()) {
            System.out.printf("VIDIOC_%s 0x%08x%n", call, call.request(layout));
        }
    }

    private static void shareMemory() throws Exception {
        Path file = Files.writeString(Files.createTempFile("printwire", ""), "a frame", StandardCharsets.US_ASCII);
        int descriptor = VideoKernel.REAL.open(file);
        VideoKernel.Area area = VideoKernel.REAL.map(descriptor, 7, 0);
        String read = new String(area.read(7), StandardCharsets.US_ASCII);
        area.release();
        VideoKernel.REAL.close(descriptor);
        Files.delete(file);
        require(read.equals("a frame"), "mmap gave " + read);
        require(VideoKernel.REAL.map(-1, 7, 0) == null, "mmap of no file did not fail");
    }

    /** A device that knows nothing of V4L2 says so; qemu, which knows nothing of it either, says ENOSYS. */
    private static void askNobody() throws VideoException {
        try (VideoDevice device = VideoDevice.open(Path.of("/dev/null"))) {
            device.capability();
            require(false, "/dev/null is a camera");
        } catch (VideoException e) {
            require(e.reason() == VideoException.Reason.UNSUPPORTED || e.getMessage().contains("not implemented"),
                    e.getMessage());
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
