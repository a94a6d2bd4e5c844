package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.printwire.posix.DeviceHolder;
import org.printwire.posix.SimulatedCamera;
import org.printwire.posix.VideoControl;
import org.printwire.posix.VideoSize;
import org.printwire.testing.VirtualTime;
import org.printwire.time.Time;

@Timeout(30)
class V4l2CameraTest {
    private static final Path FIRST = Path.of("/dev/video0");
    private static final Path SECOND = Path.of("/dev/video1");
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Caption CAPTION = new Caption(Instant.EPOCH, "cube.gcode", 10);

    private final SimulatedCameras machine = new SimulatedCameras();
    private final VirtualTime time = machine.time;
    private final SimulatedCamera webcam = SimulatedCamera.of("MJPG", VideoSize.of(1280, 720));
    private final List<String> threads = new ArrayList<>();
    private Darkroom darkroom = (frame, caption) -> new Jpeg(frame.bytes());

    @Test
    void the_camera_s_own_jpeg_passes_through_untouched_and_the_stream_is_off_after() throws CameraException {
        byte[] frame = {1, 2, 3};
        webcam.frames = sequence -> frame;
        machine.kernel.plug(FIRST, webcam);

        assertThat(capture(V4l2Settings.of("/dev/video0")).bytes()).isEqualTo(frame);
        assertThat(webcam.streaming).isFalse();
        assertThat(machine.kernel.descriptors()).isZero();
    }

    @Test
    void frames_of_a_camera_that_finds_its_exposure_are_passed_over() throws CameraException {
        int[] lengths = {10, 400, 700, 900, 990, 1000};
        webcam.frames = sequence -> new byte[lengths[Math.min(sequence, 5)]];
        machine.kernel.plug(FIRST, webcam);

        assertThat(capture(V4l2Settings.of(null)).bytes()).hasSize(1000);
    }

    @Test
    void a_damaged_frame_is_passed_over_and_the_next_one_is_taken() throws CameraException {
        webcam.frames = sequence -> new byte[] {(byte) sequence};
        machine.kernel.plug(FIRST, webcam);
        List<Byte> tried = new ArrayList<>();
        darkroom = (frame, caption) -> {
            tried.add(frame.bytes()[0]);
            if (tried.size() < 3) {
                throw new CameraException("cut short");
            }
            return new Jpeg(frame.bytes());
        };

        assertThat(capture(V4l2Settings.of(null)).bytes()[0]).isEqualTo((byte) (tried.get(0) + 2));
    }

    @Test
    void a_camera_that_gives_nothing_but_damaged_frames_fails_with_their_fault() {
        machine.kernel.plug(FIRST, webcam);
        darkroom = (frame, caption) -> {
            throw new CameraException("cut short");
        };

        fails(V4l2Settings.of(null), "cut short");
        assertThat(webcam.streaming).isFalse();
    }

    @Test
    void a_camera_without_frames_is_given_up_before_the_limit() {
        webcam.silent = true;
        machine.kernel.plug(FIRST, webcam);
        long start = time.nanos();

        fails(V4l2Settings.of(null), "/dev/video0 gave no picture within 10000 ms");
        assertThat(Duration.ofNanos(time.nanos() - start)).isBetween(Duration.ofMillis(9_500), LIMIT);
    }

    @Test
    void kept_on_it_streams_until_its_time_is_over_and_the_next_picture_is_of_now() throws CameraException {
        webcam.frames = sequence -> new byte[] {(byte) sequence};
        machine.kernel.plug(FIRST, webcam);
        V4l2Camera camera = camera(settings("/dev/video0", Duration.ofSeconds(20), Map.of()));
        camera.capture(CAPTION, LIMIT);
        int after = webcam.sequence;
        time.advance(Duration.ofSeconds(15));
        assertThat(webcam.streaming).isTrue();

        webcam.waiting = 3;
        assertThat(camera.capture(CAPTION, LIMIT).bytes()[0]).as("three stale, one begun before").isEqualTo((byte) (after + 4));
        assertThat(webcam.starts).isEqualTo(1);
        time.advance(Duration.ofSeconds(15));
        assertThat(webcam.streaming).isTrue();
        time.advance(Duration.ofSeconds(6));
        assertThat(webcam.streaming).isFalse();
        assertThat(threads).containsExactly("camera-off");
    }

    @Test
    void unplugged_in_the_middle_it_is_found_again_under_another_number() throws CameraException {
        webcam.byId = Path.of("/dev/v4l/by-id/usb-cam");
        webcam.frames = sequence -> new byte[] {42};
        machine.kernel.plug(FIRST, webcam);
        boolean[] pulled = {false};
        webcam.onWait = () -> {
            if (!pulled[0]) {
                pulled[0] = true;
                machine.kernel.unplug(webcam);
                time.after(Duration.ofSeconds(2), () -> machine.kernel.plug(SECOND, webcam));
            }
        };

        assertThat(capture(V4l2Settings.of("/dev/video0")).bytes()).containsExactly(42);
        assertThat(webcam.starts).isEqualTo(2);
    }

    @Test
    void unplugged_for_good_it_is_said_so_after_half_the_limit() {
        machine.kernel.plug(FIRST, webcam);
        webcam.onWait = () -> machine.kernel.unplug(webcam);
        long start = time.nanos();

        fails(V4l2Settings.of("/dev/video0"), "/dev/video0 is not there: plug the camera in");
        assertThat(Duration.ofNanos(time.nanos() - start)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    }

    @Test
    void between_two_pictures_it_may_move_to_another_number_and_its_place_may_be_taken() throws CameraException {
        webcam.frames = sequence -> new byte[] {1};
        machine.kernel.plug(FIRST, webcam);
        V4l2Camera camera = camera(V4l2Settings.of("/dev/video0"));
        camera.capture(CAPTION, LIMIT);
        SimulatedCamera other = SimulatedCamera.of("MJPG", VideoSize.of(640, 480));
        other.card = "Another";
        other.frames = sequence -> new byte[] {2};
        machine.kernel.unplug(webcam);
        machine.kernel.plug(FIRST, other);
        machine.kernel.plug(SECOND, webcam);

        assertThat(camera.capture(CAPTION, LIMIT).bytes()).containsExactly(1);
        machine.kernel.unplug(webcam);
        assertThat(camera.capture(CAPTION, LIMIT).bytes()).containsExactly(2);
    }

    @Test
    void a_camera_that_was_never_there_is_missed_at_once() {
        long start = time.nanos();

        fails(V4l2Settings.of("/dev/video0"), "/dev/video0 is not there: plug the camera in");
        fails(V4l2Settings.of("C920"), "a camera called C920 is not there");
        fails(V4l2Settings.of(null), "a camera is not there: plug the camera in");
        assertThat(time.nanos()).isEqualTo(start);
    }

    @Test
    void a_busy_camera_is_waited_for() throws CameraException {
        webcam.elsewhere = true;
        webcam.frames = sequence -> new byte[] {3};
        machine.kernel.plug(FIRST, webcam);
        time.after(Duration.ofSeconds(2), () -> webcam.elsewhere = false);

        assertThat(capture(V4l2Settings.of(null)).bytes()).containsExactly(3);
    }

    @Test
    void one_that_stays_busy_is_named_with_who_holds_it() {
        webcam.elsewhere = true;
        machine.holder = new DeviceHolder(1234, "ustreamer");
        machine.kernel.plug(FIRST, webcam);

        fails(V4l2Settings.of(null), "/dev/video0 is in use by process 1234 (ustreamer): end it");
        assertThat(machine.kernel.descriptors()).isZero();
    }

    @Test
    void who_may_not_open_it_is_told_what_to_do() {
        webcam.denied = true;
        machine.kernel.plug(FIRST, webcam);

        fails(V4l2Settings.of("/dev/video0"), "/dev/video0 may not be opened by this user: add it to the group");
    }

    @Test
    void controls_are_set_before_the_picture() throws CameraException {
        webcam.controls = List.of(new VideoControl(0x980900, "Brightness", VideoControl.Kind.NUMBER, 0, 255, 1, 128, 128,
                Map.of(), false, false));
        machine.kernel.plug(FIRST, webcam);

        capture(settings("/dev/video0", Duration.ZERO, Map.of("brightness", "90")));
        assertThat(webcam.set).containsExactly("brightness=90");
        fails(settings("/dev/video0", Duration.ZERO, Map.of("focus", "1")),
                "the camera has no control focus; it has brightness");
    }

    @Test
    void what_cannot_be_read_is_told_with_what_there_is() {
        machine.kernel.plug(FIRST, SimulatedCamera.of("BA81", VideoSize.of(640, 480)));

        fails(V4l2Settings.of(null), "/dev/video0 has frames as [BA81], not as [MJPG, JPEG, ");
    }

    @Test
    void an_interrupt_breaks_a_capture_off() {
        machine.kernel.plug(FIRST, webcam);
        Thread.currentThread().interrupt();

        fails(V4l2Settings.of(null), "the capture was broken off");
        assertThat(Thread.interrupted()).isTrue();
    }

    private Jpeg capture(V4l2Settings settings) throws CameraException {
        return camera(settings).capture(CAPTION, LIMIT);
    }

    private void fails(V4l2Settings settings, String words) {
        assertThatThrownBy(() -> capture(settings)).isInstanceOf(CameraException.class).hasMessageContaining(words);
    }

    private static V4l2Settings settings(String device, Duration keepOn, Map<String, String> controls) {
        return new V4l2Settings(device, 0, 0, null, keepOn, controls);
    }

    private V4l2Camera camera(V4l2Settings settings) {
        return new V4l2Camera("bed", settings, new V4l2Driver(machine, frame -> new Pixels(1, 1)), darkroom,
                new Impatient(time), (name, task) -> {
                    threads.add(name);
                    return new Thread() {
                        @Override
                        public void start() {
                            task.run();
                        }
                    };
                });
    }

    /** Virtual time in which short waits pass at once. */
    private record Impatient(VirtualTime time) implements Time {
        @Override
        public Instant wall() {
            return time.wall();
        }

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public Timer after(Duration delay, Runnable task) {
            Timer timer = time.after(delay, task);
            if (delay.compareTo(Duration.ofSeconds(1)) < 0) {
                time.advance(delay);
            }
            return timer;
        }
    }
}
