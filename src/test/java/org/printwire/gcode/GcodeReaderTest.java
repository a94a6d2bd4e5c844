package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.gcode.GcodeSamples.read;
import static org.printwire.gcode.GcodeSamples.stream;
import static org.printwire.gcode.GcodeSamples.texts;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GcodeReaderTest {
    @ParameterizedTest
    @MethodSource("comments")
    void strips_a_comment_as_the_vectors_say(String line, String expected) throws IOException {
        assertThat(texts(line)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    static Stream<Arguments> comments() {
        return Vectors.of("strip_comment");
    }

    @ParameterizedTest
    @MethodSource("fileLines")
    void reads_a_line_as_the_vectors_say(String line, String expected) throws IOException {
        assertThat(texts(line)).isEqualTo(expected.equals("<skip>") ? List.of() : List.of(expected));
    }

    static Stream<Arguments> fileLines() {
        return Vectors.of("file_line");
    }

    @Test
    void a_comment_starts_behind_a_pair_of_backslashes() throws IOException {
        assertThat(texts("M117 a \\\\; b")).containsExactly("M117 a \\\\");
    }

    @Test
    void lf_crlf_and_a_lone_cr_end_a_line() throws IOException {
        assertThat(texts("G1 X1\nG1 X2\r\nG1 X3\rG1 X4\r\r\n; c\rG1 X5"))
                .containsExactly("G1 X1", "G1 X2", "G1 X3", "G1 X4", "G1 X5");
    }

    @Test
    void numbers_the_lines_of_the_file_and_the_commands() throws IOException {
        assertThat(read(stream("; title\r\n\r\nG28 ; home\r\n@pause\r\nG1 X1"))).containsExactly(
                new GcodeLine(0, 3, 23, "G28"),
                new GcodeLine(1, 4, 31, "@pause"),
                new GcodeLine(1, 5, 36, "G1 X1"));
    }

    @Test
    void counts_every_byte_of_the_file_in_the_offset() throws IOException {
        assertThat(read(stream("\u00ef\u00bb\u00bfG28\n\0\0G1 \u00e9\r\nM84"))).extracting(GcodeLine::endOffset)
                .containsExactly(7L, 15L, 18L);
    }

    @Test
    void leaves_out_a_byte_order_mark_at_the_start_only() throws IOException {
        assertThat(texts("\u00ef\u00bb\u00bf  G28\n\u00ef\u00bb\u00bfG28")).containsExactly("G28", "\u00ef\u00bb\u00bfG28");
    }

    @Test
    void hands_on_bytes_above_127_unchanged() throws IOException {
        assertThat(texts("M117 20 \u00b0C \u00c3\u00a9")).containsExactly("M117 20 \u00b0C \u00c3\u00a9");
    }

    @Test
    void drops_and_counts_nul_bytes() throws IOException {
        try (GcodeReader reader = new GcodeReader(stream("G\00028\n\0\0\nG1 X1\0\n"))) {
            assertThat(reader.next().text()).isEqualTo("G28");
            assertThat(reader.next().text()).isEqualTo("G1 X1");
            assertThat(reader.next()).isNull();
            assertThat(reader.nulBytes()).isEqualTo(4);
        }
    }

    @Test
    void removes_the_number_and_checksum_that_the_file_brings() throws IOException {
        assertThat(texts("N0 M110 N0*125\nN1 G1 X1*99 ; c\nn12 g1\nN3G1X1 * 7\nN-1 M110*15\nN4 M117 *a* *12"))
                .containsExactly("M110 N0", "G1 X1", "g1", "G1X1 * 7", "M110", "M117 *a*");
    }

    @Test
    void removes_a_checksum_without_a_number_only_if_it_is_right() throws IOException {
        assertThat(texts("G28*77\nG28*22\nM117 good *5")).containsExactly("G28", "G28*22", "M117 good *5");
    }

    @Test
    void leaves_an_n_and_a_star_in_a_message() throws IOException {
        assertThat(texts("M117 N5 *great*\nNEXT_LAYER\nN\nN5.5 X\nM117 2*3")).containsExactly(
                "M117 N5 *great*", "NEXT_LAYER", "N", "N5.5 X", "M117 2*3");
    }

    @Test
    void skips_a_line_that_is_only_a_number() throws IOException {
        assertThat(texts("N7\nN8*48\nN9 ; c\nG28")).containsExactly("G28");
    }

    @Test
    void leaves_case_percent_parentheses_and_unknown_words() throws IOException {
        assertThat(texts("%\n(comment) G1 X1\ng1 x10\nTx\nSTART_PRINT A=1\nM110 N5"))
                .containsExactly("%", "(comment) G1 X1", "g1 x10", "Tx", "START_PRINT A=1", "M110 N5");
    }

    @Test
    void stays_at_the_end_once_there() throws IOException {
        try (GcodeReader reader = new GcodeReader(stream(""))) {
            assertThat(reader.next()).isNull();
            assertThat(reader.next()).isNull();
        }
    }
}
