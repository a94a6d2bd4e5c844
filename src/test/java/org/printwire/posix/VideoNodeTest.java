package org.printwire.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoNodeTest {
    @TempDir
    Path folder;

    private Path dev;

    @BeforeEach
    void make() throws IOException {
        dev = folder.toRealPath();
        Files.createDirectories(dev.resolve("v4l/by-id"));
    }

    @Test
    void devices_come_by_their_numbers_with_the_link_that_stays() throws IOException {
        for (String name : new String[] {"video10", "video2", "video0", "videodev", "vbi0"}) {
            Files.createFile(dev.resolve(name));
        }
        Path link = dev.resolve("v4l/by-id/usb-046d_HD_Pro_Webcam_C920-video-index0");
        Files.createSymbolicLink(link, Path.of("../../video2"));
        Files.createSymbolicLink(dev.resolve("v4l/by-id/gone"), Path.of("../../video7"));

        assertThat(VideoNode.all(dev)).containsExactly(
                new VideoNode(dev.resolve("video0"), Optional.empty()),
                new VideoNode(dev.resolve("video2"), Optional.of(link)),
                new VideoNode(dev.resolve("video10"), Optional.empty()));
    }

    @Test
    void a_machine_without_cameras_has_none() {
        assertThat(VideoNode.all(dev)).isEmpty();
        assertThat(VideoNode.all(dev.resolve("missing"))).isEmpty();
    }
}
