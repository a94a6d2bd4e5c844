package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GcodeWordTest {
    /** The facts call OctoPrint's blindness to these a flaw; G00 and G0 are one command to a firmware. */
    private static final Map<String, String> BETTER = Map.of("g1 x1", "G1|-", "Tx", "T|-", "G00 X1", "G0|-");

    @ParameterizedTest
    @MethodSource("commandWords")
    void finds_the_command_as_the_vectors_say(String text, String vector) {
        String[] expected = BETTER.getOrDefault(text, vector).split("\\|");
        String sub = expected.length < 2 || expected[1].equals("-") ? "" : "." + expected[1];
        assertThat(GcodeWord.command(text)).isEqualTo(expected[0].equals("none") ? "" : expected[0] + sub);
    }

    static Stream<Arguments> commandWords() {
        return Vectors.of("command_word");
    }

    @ParameterizedTest
    @CsvSource({"g1x10,G1", "m109 s5,M109", "t3,T", "T?,T", "Tc,T", "G00,G0", "M0080.1,M80.1", "G,''", "%,''", "@pause,''",
        "START_PRINT,''", "(c) G1,''", "Ton,''", "G92.1 X0,G92.1", "M999999,M65535"})
    void finds_the_command_in_any_spelling(String text, String expected) {
        assertThat(GcodeWord.command(text)).isEqualTo(expected);
    }

    @Test
    void a_sub_command_is_a_command_of_its_own() {
        assertThat(GcodeWord.is("m80", 'M', 80)).isTrue();
        assertThat(GcodeWord.is("M80.1", 'M', 80)).isFalse();
        assertThat(GcodeWord.is("M800", 'M', 80)).isFalse();
        assertThat(GcodeWord.is("G80", 'M', 80)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("params")
    void finds_a_parameter_as_the_vectors_say(String question, String expected) {
        List<String> words = List.of(question.split(" ", 5));
        String text = words.get(4);
        char letter = words.get(0).charAt(0);
        if (words.get(2).startsWith("int")) {
            assertThat(GcodeWord.intValue(text, letter).stream().mapToObj(Integer::toString).findAny().orElse("none"))
                    .isEqualTo(expected);
        } else {
            assertThat(GcodeWord.value(text, letter).stream().boxed().findAny().map(Object::toString).orElse("none"))
                    .isEqualTo(expected.equals("none") ? expected : Double.valueOf(expected).toString());
        }
    }

    static Stream<Arguments> params() {
        return Vectors.of("param").map(vector -> Arguments.of(
                ((String) vector.get()[0]).replaceFirst("in: ", "in "), vector.get()[1]));
    }

    @Test
    void a_parameter_goes_before_a_line_number() {
        assertThat(GcodeWord.intValue("N7 M110 N9", 'N')).hasValue(9);
    }

    @ParameterizedTest
    @CsvSource({"g1x10y20.5,Y,20.5", "G1 X+3,x,3", "G1 X 10,X,10", "G1 X Y2 X5,X,5", "G1 X1E2,E,2", "G1 X1E2,X,1",
        "G1 X-.5,X,-0.5", "G1 X5.,X,5", "G1 X0.1,X,0.1", "G1 X123456789012345678901,X,123456789012345678901",
        "G1 X0.0000012345,X,0.0000012345", "G1  X229.500 Y138.560  E0.4964,E,0.4964"})
    void reads_numbers_as_a_firmware_does(String text, char letter, double expected) {
        assertThat(GcodeWord.value(text, letter)).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"G1 X,X", "G1 X-,X", "G1 X.,X", "G1 EX5,X", "M862.3 P \"S3 S4\",S", "'',X", "M104 S99999999999,S"})
    void finds_nothing_where_there_is_no_int(String text, char letter) {
        assertThat(GcodeWord.intValue(text, letter)).isEmpty();
    }

    @Test
    void a_flag_needs_no_number() {
        assertThat(GcodeWord.has("G28 w", 'W')).isTrue();
        assertThat(GcodeWord.has("G28 X", 'Y')).isFalse();
    }
}
