package org.printwire.gcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileFactsTest {
    @Test
    void a_colour_change_has_the_colour_of_the_slicers_comment() throws IOException {
        FileFacts facts = FileFacts.survey(GcodeSamples.open("ps_mk3s_cube20_M600_M601.gcode"), 95);
        assertThat(facts.pauses()).extracting(FilePause::color).containsExactly(Optional.of("#FF0000"), Optional.empty(),
                Optional.of("#00FF00"), Optional.empty(), Optional.of("#0000FF"));
        assertThat(facts.pauses()).extracting(FilePause::colorChange).containsExactly(true, false, true, false, true);
    }

    @Test
    void a_colour_does_not_pass_to_a_later_pause() throws IOException {
        assertThat(survey(";COLOR_CHANGE,T0,#FF0000\nT1\n;PAUSE_PRINT\nM601\nM600").pauses())
                .extracting(FilePause::color).containsOnly(Optional.empty());
    }

    @Test
    void counts_bytes_lines_commands_and_nul_bytes() throws IOException {
        FileFacts facts = survey("; a\nG28\n@pause\n\0\0\nG1 X1");
        assertThat(facts.bytes()).isEqualTo(23);
        assertThat(facts.lines()).isEqualTo(5);
        assertThat(facts.commands()).isEqualTo(2);
        assertThat(facts.hostCommands()).isEqualTo(1);
        assertThat(facts.nulBytes()).isEqualTo(2);
        assertThat(facts.layers()).isEmpty();
    }

    @Test
    void the_slicers_layer_marks_count_before_the_moves() throws IOException {
        FileFacts facts = survey("M83\nG1 Z.1\nG1 X9 E9\n;LAYER:0\nG1 Z.3\nG1 X1 E1\n;LAYER:1\nG1 Z.5\nG1 X2 E1");
        assertThat(facts.layers()).hasValue(2);
        assertThat(facts.firstLayerIndex()).isEqualTo(3);
    }

    @Test
    void the_layer_marks_of_other_slicers_count() throws IOException {
        assertThat(survey("; CHANGE_LAYER\n; CHANGE_LAYER\nG28").layers()).hasValue(2);
        assertThat(survey("; layer 1, Z = 0.200\n; layer #2\n; layer end\nG28").layers()).hasValue(1);
    }

    @Test
    void a_command_with_an_asterisk_is_named_but_a_message_may_have_one() throws IOException {
        FileFacts facts = FileFacts.survey(new ByteArrayInputStream("M117 *hi*\nM23 a*b\n".getBytes(ISO_8859_1)), 95);

        assertThat(facts.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.fileLine()).isEqualTo(2);
            assertThat(problem.message()).contains("asterisk").contains("M23 a*b");
        });
    }

    @Test
    void a_line_that_is_too_long_is_named() throws IOException {
        FileFacts facts = survey("G28\nM486 A" + "x".repeat(100) + " ; c\nM117 " + "y".repeat(100));
        assertThat(facts.problems()).containsExactly(new FileProblem(2, "line 2 is too long: 117 bytes with its line number"
                + " and checksum, and the printer takes 95; shorten the command that begins \"M486 Axxxxxxxxxxxxxxxxxx\""));
    }

    @Test
    void the_comment_does_not_make_a_line_too_long() throws IOException {
        assertThat(survey("G28 ;" + "x".repeat(600)).problems()).isEmpty();
    }

    @Test
    void a_command_of_1_megabyte_is_a_problem_even_if_mostly_blank() throws IOException {
        assertThat(survey("G1 X1" + " ".repeat(1_000_000) + "Y1").problems()).singleElement()
                .extracting(FileProblem::message).asString().startsWith("line 1 is too long: at least 65547 bytes");
    }

    @Test
    void the_lists_are_bounded() throws IOException {
        FileFacts facts = survey(("G1 " + "X".repeat(100) + "\nM0\n").repeat(20_000));
        assertThat(facts.problems()).hasSize(100);
        assertThat(facts.pauses()).hasSize(10_000);
    }

    @Test
    void the_demo_file_has_five_layers_one_colour_change_and_times_to_it() throws IOException {
        try (InputStream demo = FileFacts.class.getResourceAsStream("/demo/cube.gcode")) {
            FileFacts facts = FileFacts.survey(demo, FileFacts.PRUSA_LINE_BYTES);
            assertThat(facts.layers()).hasValue(5);
            assertThat(facts.firstM73()).hasValue(0);
            assertThat(facts.problems()).isEmpty();
            assertThat(facts.commands()).isEqualTo(1574);
            assertThat(facts.pauses()).singleElement().satisfies(pause -> {
                assertThat(pause.command()).isEqualTo("M600");
                assertThat(pause.color()).contains("#FF0000");
            });
        }
    }

    private static FileFacts survey(String file) throws IOException {
        return FileFacts.survey(GcodeSamples.stream(file), FileFacts.PRUSA_LINE_BYTES);
    }
}
