package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.posix.SimulatedCamera;
import org.printwire.posix.VideoSize;

class V4l2DriverTest {
    private static final Path FIRST = Path.of("/dev/video0");

    private final SimulatedCameras machine = new SimulatedCameras();
    private final SimulatedCamera webcam = SimulatedCamera.of("GREY", VideoSize.of(2, 1), VideoSize.of(4, 2));
    private final V4l2Driver driver = new V4l2Driver(machine, frame -> {
        if (frame.bytes().length == 0) {
            throw new CameraException("cut short");
        }
        return new Pixels(frame.width(), frame.height(), new int[frame.width() * frame.height()]);
    });

    @Test
    void the_library_sees_its_devices_sizes_and_images() {
        machine.kernel.plug(FIRST, webcam);
        WebcamDevice device = driver.getDevices().get(0);

        assertThat(device.getName()).isEqualTo("Simulated Cam /dev/video0");
        assertThat(device.getResolutions()).containsExactly(new Dimension(2, 1), new Dimension(4, 2));
        assertThat(device.getResolution()).isEqualTo(new Dimension(4, 2));
        device.setResolution(new Dimension(2, 1));
        device.open();
        device.open();
        assertThat(device.isOpen()).isTrue();
        BufferedImage image = device.getImage();
        assertThat(new Dimension(image.getWidth(), image.getHeight())).isEqualTo(new Dimension(2, 1));
        device.dispose();
        assertThat(device.isOpen()).isFalse();
        assertThat(machine.kernel.descriptors()).isZero();
    }

    @Test
    void a_fault_is_the_library_s_exception_with_our_words() {
        machine.kernel.plug(FIRST, webcam);
        WebcamDevice device = driver.getDevices().get(0);
        machine.kernel.unplug(webcam);

        assertThatThrownBy(device::open).isInstanceOf(WebcamException.class).hasMessageContaining("plug the camera in");
        assertThatThrownBy(device::getResolutions).isInstanceOf(WebcamException.class);
    }

    /** The library opens itself: no native code comes with it. */
    @Test
    void the_native_code_that_the_default_driver_needs_is_not_there() {
        assertThatThrownBy(() -> Class.forName("org.bridj.BridJ")).isInstanceOf(ClassNotFoundException.class);
    }

    /** A JVM of its own tells what it has loaded; it finds the machine's cameras, of which there may be none. */
    @Test
    @Timeout(120)
    void to_look_for_cameras_loads_no_other_driver_no_image_class_and_starts_no_thread_of_the_library(@TempDir Path folder)
            throws Exception {
        Path log = folder.resolve("classes.log");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xlog:class+load=info:file=" + log + ":none", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), LookForCameras.class.getName()).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();

        try (Stream<String> lines = Files.lines(log)) {
            List<String> loaded = lines.map(line -> line.split(" ")[0]).toList();
            assertThat(loaded).contains("org.printwire.camera.V4l2Driver", "com.github.sarxos.webcam.WebcamDriver");
            assertThat(loaded).filteredOn(name -> name.startsWith("com.github.sarxos.webcam."))
                    .isSubsetOf("com.github.sarxos.webcam.WebcamDriver", "com.github.sarxos.webcam.WebcamDevice",
                            "com.github.sarxos.webcam.WebcamException");
            assertThat(loaded).noneMatch(name -> name.startsWith("org.bridj") || name.startsWith("org.slf4j")
                    || name.startsWith("java.awt.") || name.startsWith("javax.imageio."));
        }
    }

    /** What the product does with the driver until a camera gives its first frame. */
    static final class LookForCameras {
        private LookForCameras() {}

        public static void main(String[] words) {
            SimulatedCameras machine = new SimulatedCameras();
            machine.kernel.plug(FIRST, SimulatedCamera.of("MJPG", VideoSize.of(640, 480)));
            V4l2Camera camera = new V4l2Camera("bed", V4l2Settings.of(null), new V4l2Driver(machine, frame -> null),
                    (frame, caption) -> new Jpeg(frame.bytes()), machine.time,
                    (name, task) -> new Thread(task, name));
            try {
                camera.capture(null, java.time.Duration.ofSeconds(10));
            } catch (CameraException e) {
                throw new AssertionError(e);
            }
            new V4l2Driver(frame -> null).getDevices();
        }
    }
}
