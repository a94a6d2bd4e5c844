package org.printwire.posix;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VideoLayoutTest {
    static List<VideoAbi> abis() {
        return VideoAbi.all();
    }

    @Test
    void four_compilers_were_asked() {
        assertThat(abis()).hasToString("[x86-64, aarch64, armhf-time32, armhf-time64]");
    }

    @ParameterizedTest
    @MethodSource("abis")
    void a_layout_is_what_the_compiler_of_that_machine_says(VideoAbi abi) {
        VideoLayout layout = abi.layout();
        assertThat(layout.formatBytes).isEqualTo(abi.at("v4l2_format"));
        assertThat(layout.pictureAt).isEqualTo(abi.at("v4l2_format.fmt.pix.width"));
        assertThat(layout.bufferBytes).isEqualTo(abi.at("v4l2_buffer"));
        assertThat(layout.memoryAt).isEqualTo(abi.at("v4l2_buffer.memory"));
        assertThat(layout.offsetAt).isEqualTo(abi.at("v4l2_buffer.m.offset"));
        assertThat(layout.lengthAt).isEqualTo(abi.at("v4l2_buffer.length"));
    }

    @ParameterizedTest
    @MethodSource("abis")
    void a_call_has_the_number_and_the_size_of_the_kernel_s_headers(VideoAbi abi) {
        for (VideoCall call : VideoCall.values()) {
            assertThat(call.request(abi.layout())).as(call.name()).isEqualTo(abi.request(call.name()));
            assertThat(call.bytes(abi.layout())).as(call.name())
                    .isEqualTo((int) (abi.request(call.name()) >> 16 & 0x3FFF));
        }
    }

    @Test
    void this_machine_s_layouts_are_those_of_its_pointers() {
        assertThat(VideoLayout.here()).isEqualTo(VideoLayout.of(Native.POINTER_SIZE));
        assertThat(VideoLayout.of(8)).containsExactly(VideoLayout.BITS_64);
        assertThat(VideoLayout.of(4)).containsExactly(VideoLayout.BITS_32, VideoLayout.BITS_32_TIME_64);
    }
}
