package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineLengthTest {
    @Test
    void counts_number_blank_and_the_longest_checksum() {
        assertThat(LineLength.framedBytes("G28", 12)).isEqualTo("N12 G28*255".length());
    }

    @Test
    void a_command_that_just_fits_is_sent_as_it_is() {
        String text = "G1 " + "X".repeat(95 - "N10 G1 *255".length());
        assertThat(LineLength.fit(text, 10, 95)).contains(text);
        assertThat(LineLength.fit(text, 100, 95)).isEmpty();
    }

    @Test
    void the_text_of_m117_and_m118_is_cut() {
        assertThat(LineLength.fit("M117 one two three", 1, 20)).contains("M117 one two");
        assertThat(LineLength.fit("m118 A1 " + "x".repeat(200), 1, 95).orElseThrow()).hasSize(95 - "N1 *255".length());
    }

    @Test
    void no_blank_is_left_at_the_cut() {
        assertThat(LineLength.fit("M117 one two", 1, "N1 M117 one *255".length())).contains("M117 one");
    }

    @Test
    void a_letter_of_two_utf8_bytes_is_cut_off_whole() {
        assertThat(LineLength.fit("M117 caf\u00c3\u00a9s", 1, "N1 M117 caf?*255".length())).contains("M117 caf");
        assertThat(LineLength.fit("M117 20\u00b0C und", 1, "N1 M117 20?C*255".length())).contains("M117 20\u00b0C");
    }

    @Test
    void a_limit_too_small_for_m117_itself_lets_nothing_through() {
        assertThat(LineLength.fit("M117 hello", 1, 8)).isEmpty();
    }
}
