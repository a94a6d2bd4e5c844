package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.printwire.posix.DeviceHolder;
import org.printwire.posix.SimulatedCamera;
import org.printwire.posix.VideoControl;
import org.printwire.posix.VideoSize;

class V4l2CamerasTest {
    private static final Path FIRST = Path.of("/dev/video0");
    private static final Path SECOND = Path.of("/dev/video1");
    private static final int METADATA = 0x4A00000;

    private final SimulatedCameras machine = new SimulatedCameras();
    private final SimulatedCamera webcam = SimulatedCamera.of("MJPG", VideoSize.of(1280, 720));

    @Test
    void a_camera_is_told_with_all_that_it_has() {
        webcam.byId = Path.of("/dev/v4l/by-id/usb-cam");
        machine.kernel.plug(FIRST, webcam);

        FoundCamera found = found().get(0);
        assertThat(found.name()).isEqualTo("Simulated Cam");
        assertThat(found.device()).isEqualTo(FIRST);
        assertThat(found.bus()).isEqualTo("usb-1");
        assertThat(found.lasting()).isEqualTo(webcam.byId);
        assertThat(found.formats()).isEqualTo(webcam.formats);
        assertThat(found.usable()).isTrue();
        assertThat(found.busy()).isFalse();
        assertThat(machine.kernel.descriptors()).isZero();
    }

    @Test
    void for_people_there_are_the_sizes_that_can_be_used_and_the_controls_with_what_they_take() {
        webcam.formats.add(SimulatedCamera.format("H264", VideoSize.of(1920, 1080)));
        webcam.controls = List.of(
                new VideoControl(0x980900, "Brightness", VideoControl.Kind.NUMBER, 0, 255, 1, 128, 130, Map.of(), false, false),
                new VideoControl(0x980918, "Power Line Frequency", VideoControl.Kind.MENU, 0, 1, 1, 1, 1,
                        new TreeMap<>(Map.of(0, "Disabled", 1, "50 Hz")), false, false),
                new VideoControl(0x9A090C, "Focus, Automatic Continuous", VideoControl.Kind.SWITCH, 0, 1, 1, 1, 1, Map.of(),
                        false, false),
                new VideoControl(0x9A0FFF, "Privacy", VideoControl.Kind.SWITCH, 0, 1, 1, 1, 1, Map.of(), false, true));
        machine.kernel.plug(FIRST, webcam);

        assertThat(found().get(0).sizes()).isEqualTo(Map.of("MJPG", List.of("1280x720")));
        assertThat(found().get(0).settings()).isEqualTo(Map.of("brightness", "130 (0 to 255)",
                "power_line_frequency", "50 Hz (Disabled or 50 Hz)", "focus_auto", "on (on or off)"));
    }

    @Test
    void what_gives_no_pictures_is_left_out() {
        webcam.flags = METADATA;
        machine.kernel.plug(FIRST, webcam);

        assertThat(found()).isEmpty();
    }

    @Test
    void a_busy_one_is_told_with_who_has_it() {
        webcam.elsewhere = true;
        machine.holder = new DeviceHolder(7, "motion");
        machine.kernel.plug(FIRST, webcam);

        assertThat(found().get(0).busy()).isTrue();
        assertThat(found().get(0).holder()).contains(new DeviceHolder(7, "motion"));
    }

    @Test
    void one_that_may_not_be_opened_is_told_with_what_to_do() {
        webcam.denied = true;
        machine.kernel.plug(FIRST, webcam);

        assertThat(found().get(0).problem().orElseThrow()).contains("usermod -aG video");
        assertThat(found().get(0).usable()).isFalse();
    }

    @Test
    void a_ribbon_camera_s_raw_sensor_is_told_as_not_usable() {
        machine.kernel.plug(FIRST, SimulatedCamera.of("BA81", VideoSize.of(640, 480)));

        assertThat(found().get(0).usable()).isFalse();
        assertThat(found().get(0).sizes()).containsOnlyKeys("BA81");
        assertThat(found().get(0).problem().orElseThrow()).contains("[BA81]").contains("rpicam-still");
    }

    @Test
    void a_camera_is_found_by_a_part_of_its_name_or_of_its_link() throws CameraException {
        SimulatedCamera other = SimulatedCamera.of("MJPG", VideoSize.of(640, 480));
        other.card = "HD Pro Webcam C920";
        other.byId = Path.of("/dev/v4l/by-id/usb-046d_C920_ABC123");
        machine.kernel.plug(FIRST, webcam);
        machine.kernel.plug(SECOND, other);

        for (String name : List.of("c920", "Pro Web", "abc123", "/dev/video1")) {
            assertThat(new V4l2Cameras(machine).find(name, null).node().device()).as(name).isEqualTo(SECOND);
        }
        assertThat(new V4l2Cameras(machine).find(null, null).node().device()).isEqualTo(FIRST);
    }

    @Test
    void where_none_is_named_one_that_can_be_read_goes_before_one_that_cannot() throws CameraException {
        machine.kernel.plug(FIRST, SimulatedCamera.of("BA81", VideoSize.of(640, 480)));
        webcam.card = "Another";
        machine.kernel.plug(SECOND, webcam);

        assertThat(new V4l2Cameras(machine).find(null, null).node().device()).isEqualTo(SECOND);
    }

    @Test
    void this_machine_s_cameras_can_be_looked_for() {
        assertThatCode(V4l2Cameras::found).doesNotThrowAnyException();
    }

    private List<FoundCamera> found() {
        return new V4l2Cameras(machine).all();
    }
}
