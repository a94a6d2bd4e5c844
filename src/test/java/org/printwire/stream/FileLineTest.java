package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.printwire.gcode.GcodeLine;

class FileLineTest {

    @Test
    void a_line_goes_out_as_it_is_in_the_file() {
        assertThat(sent("g1 x1 (comment) y2")).isEqualTo("g1 x1 (comment) y2");
    }

    @Test
    void the_text_of_a_message_is_cut_to_what_the_firmware_takes() {
        assertThat(sent("M117 " + "a".repeat(200))).hasSizeLessThan(95).startsWith("M117 aaa");
    }

    @Test
    void an_asterisk_in_a_message_cannot_be_taken_for_the_checksums() {
        assertThat(sent("M117 *done*")).isEqualTo("M117 xdonex");
    }

    @Test
    void a_letter_that_the_firmware_leaves_out_does_not_spoil_the_checksum() {
        String utf8 = new String("M117 Gr\u00fc\u00dfe \u20ac!".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(sent(utf8)).isEqualTo("M117 Gr??e ?!");
        assertThat(sent("M117 Gr\u00fc\u00dfe")).isEqualTo("M117 Gr??e");
    }

    @Test
    void a_line_number_command_of_the_file_becomes_one_that_leaves_the_count_alone() {
        assertThat(sent("M110 N5")).isEqualTo("M105");
    }

    private static String sent(String text) {
        return FileLine.prepare(new GcodeLine(6, 7, 100, text), 7, 95).text();
    }
}
