package org.printwire.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.posix.VideoException.Reason;

/** The device against a kernel that has its structures where the C compilers have them, for every ABI. */
class VideoDeviceTest {
    private static final Path DEVICE = Path.of("/dev/video0");
    private static final VideoSize VGA = VideoSize.of(640, 480);
    private static final VideoSize RANGE = new VideoSize(16, 1920, 8, 32, 1080, 2);

    private final SimulatedCamera camera = SimulatedCamera.of("YUYV", VGA, VideoSize.of(1280, 720));

    @ParameterizedTest
    @ValueSource(strings = {"x86-64", "aarch64", "armhf-time32", "armhf-time64"})
    void it_tells_what_it_is_and_what_it_has(String abi) throws VideoException {
        camera.formats.add(SimulatedCamera.format("MJPG", RANGE));
        try (VideoDevice device = open(abi)) {
            assertThat(device.capability())
                    .isEqualTo(new VideoCapability("simulated", "Simulated Cam", "usb-1", SimulatedCamera.CAPTURES));
            assertThat(device.capability().captures()).isTrue();
            assertThat(device.formats()).isEqualTo(camera.formats);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86-64", "aarch64", "armhf-time32", "armhf-time64"})
    void frames_come_in_their_order_and_every_buffer_is_given_back(String abi) throws VideoException {
        camera.frames = sequence -> new byte[] {1, (byte) sequence};
        try (VideoDevice device = open(abi)) {
            assertThat(device.shape(camera.formats.get(0).code(), 640, 480))
                    .isEqualTo(new VideoShape(camera.formats.get(0).code(), 640, 480, 1280))
                    .isEqualTo(device.shape());
            try (VideoStream stream = device.stream(4)) {
                for (int i = 0; i < 20; i++) {
                    assertThat(stream.frame(100)).contains(new byte[] {1, (byte) i});
                }
                assertThat(camera.streaming).isTrue();
            }
            assertThat(camera.streaming).isFalse();
            assertThat(camera.areas).isZero();
            assertThat(device.busy()).isFalse();
        }
    }

    @Test
    void its_controls_are_told_with_their_values_and_choices() throws VideoException {
        VideoControl hertz = new VideoControl(0x980918, "Power Line Frequency", VideoControl.Kind.MENU, 0, 2, 1, 1, 2,
                Map.of(0, "Disabled", 1, "50 Hz", 2, "60 Hz"), false, false);
        VideoControl focus = new VideoControl(0x9A090A, "Focus, Absolute", VideoControl.Kind.NUMBER, -5, 250, 5, 0, 30,
                Map.of(), true, false);
        camera.controls = List.of(hertz, focus);
        try (VideoDevice device = open("x86-64")) {
            assertThat(device.controls()).containsExactly(hertz, focus);
            device.set(0x9A090A, -5);
        }
        assertThat(camera.set).containsExactly("focus_absolute=-5");
    }

    @Test
    void a_frame_that_the_driver_calls_damaged_or_empty_is_none() throws VideoException {
        camera.damaged = sequence -> sequence == 0;
        camera.frames = sequence -> sequence == 1 ? new byte[0] : new byte[] {7};
        try (VideoDevice device = open("x86-64"); VideoStream stream = device.stream(2)) {
            assertThat(stream.frame(100)).isEmpty();
            assertThat(stream.frame(100)).isEmpty();
            assertThat(stream.frame(100)).contains(new byte[] {7});
        }
    }

    @Test
    void a_stream_without_frames_says_so_when_the_time_is_over() throws VideoException {
        camera.silent = true;
        try (VideoDevice device = open("x86-64"); VideoStream stream = device.stream(2)) {
            assertThat(stream.frame(100)).isEmpty();
        }
    }

    @Test
    void unplugging_is_told_and_closing_works_all_the_same() throws VideoException {
        SimulatedVideo kernel = new SimulatedVideo("x86-64", millis -> {});
        kernel.plug(DEVICE, camera);
        try (VideoDevice device = kernel.device(DEVICE); VideoStream stream = device.stream(2)) {
            kernel.unplug(camera);
            refuses(Reason.GONE, () -> stream.frame(100));
            refuses(Reason.GONE, device::capability);
        }
        refuses(Reason.GONE, () -> kernel.device(DEVICE));
        assertThat(camera.areas).isZero();
    }

    @Test
    void what_somebody_else_streams_is_busy_and_can_be_looked_at() throws VideoException {
        camera.elsewhere = true;
        try (VideoDevice device = open("x86-64")) {
            assertThat(device.busy()).isTrue();
            assertThat(device.formats()).hasSize(1);
            refuses(Reason.BUSY, () -> device.shape(camera.formats.get(0).code(), 640, 480));
            refuses(Reason.BUSY, () -> device.stream(2));
        }
    }

    @Test
    void who_may_not_is_told_so() {
        camera.denied = true;
        refuses(Reason.DENIED, () -> open("x86-64"));
    }

    /** The real kernel of the machine that runs the tests. */
    @Test
    void a_plain_file_is_no_video_device(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("video0"));
        try (VideoDevice device = VideoDevice.open(file)) {
            assertThatThrownBy(device::capability).isInstanceOf(VideoException.class)
                    .hasMessageContaining("Inappropriate ioctl").hasMessageContaining(file.toString());
        }
        refuses(Reason.GONE, () -> VideoDevice.open(folder.resolve("video1")));
    }

    private VideoDevice open(String abi) throws VideoException {
        SimulatedVideo kernel = new SimulatedVideo(abi, millis -> {});
        kernel.plug(DEVICE, camera);
        return kernel.device(DEVICE);
    }

    private static void refuses(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).asInstanceOf(InstanceOfAssertFactories.type(VideoException.class))
                .extracting(VideoException::reason).isEqualTo(reason);
    }
}
