package org.printwire.marlin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void a_numbered_command_carries_the_exclusive_or_of_its_bytes() {
        assertThat(sent(Frame.numbered(0, "M110 N0"))).isEqualTo("N0 M110 N0*125\n");
    }

    @Test
    void a_bare_command_goes_out_as_it_is() {
        assertThat(sent(Frame.bare("M105"))).isEqualTo("M105\n");
        assertThat(Frame.bare("M105").numbered()).isFalse();
    }

    @Test
    void the_length_is_without_the_line_end() {
        assertThat(Frame.numbered(3, "G1 X30 F3000").length()).isEqualTo("N3 G1 X30 F3000*53".length());
    }

    @Test
    void a_character_that_latin_1_lacks_is_a_question_mark_before_the_checksum_is_made() {
        Frame frame = Frame.numbered(5, "M117 5\u20ac \u00e4");

        assertThat(frame.command()).isEqualTo("M117 5? \u00e4");
        assertThat(FrameDecoder.decode(frame.line())).isEqualTo(new DecodedLine.Accepted(frame));
    }

    @Test
    void a_line_end_in_a_command_is_refused_because_it_would_make_two_commands() {
        assertThatThrownBy(() -> Frame.bare("M105\nM112")).hasMessageContaining("M105\nM112");
        assertThatThrownBy(() -> Frame.numbered(1, "M105\r")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_negative_line_number_is_refused() {
        assertThatThrownBy(() -> Frame.numbered(-1, "M105")).hasMessageContaining("-1");
    }

    @Test
    void a_line_that_one_byte_could_shorten_unseen_goes_out_in_another_form() {
        Frame frame = Frame.numbered(1311, "G1 X147.25 Y96.32 E0.0172");
        String text = new String(frame.bytes(), StandardCharsets.ISO_8859_1);
        int sum = 0;
        for (char letter : text.substring(0, text.indexOf('E')).toCharArray()) {
            sum ^= letter;
        }
        assertThat(sum).as("what an asterisk in the place of E would be compared with 0").isNotZero();
        assertThat(FrameDecoder.decode(text.strip())).isEqualTo(new DecodedLine.Accepted(frame));
    }

    private static String sent(Frame frame) {
        return new String(frame.bytes(), StandardCharsets.ISO_8859_1);
    }
}
