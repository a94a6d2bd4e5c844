package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqueezeTest {

    private static final Pattern WORD = Pattern.compile("([A-Z])([+-]?(?:\\d+\\.?\\d*|\\.\\d+))");

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', value = {
        "G1 X010.500 Y0.25 E-0.100, G1X10.5Y.25E-.1",
        "G01  X10.000 Y-0.000, G1X10Y0",
        "G1 X10. Y+3, G1X10Y3",
        "G1 X100 F1800, G1X100F1800",
        "G1 X1 E5, G1X1 E5",
        "G1 X1 E-12.50, G1X1 E-12.5",
        "G92 E0, G92 E0",
        "G0 X5, G0 X5",
        "G1 Y0.0 X5 Z10 X5, G1Y0 X5Z10X5",
        "G1 Y.0 X5, G1Y0 X5",
        "M204 S1000, M204S1000",
        "M73 P0 R3, M73P0R3",
        "G1X1Y2, G1X1Y2",
        // As they are: text, names, flags, what is no plain number, lower case.
        "M117 X010 Y020, M117 X010 Y020",
        "M862.3 P \"MK3S\", M862.3 P \"MK3S\"",
        "M23 A1 B2.G, M23 A1 B2.G",
        "M1 S010, M1 S010",
        "M600 E020, M600 E020",
        "G28 X0 Y0, G28 X0 Y0",
        "G1 X Y1, G1 X Y1",
        "G1 X1.2.3, G1 X1.2.3",
        "G1 X1 (here), G1 X1 (here)",
        "g1 x1.50, g1 x1.50",
        "T0 S0, T0 S0",
        "G1.1 X1.0, G1.1 X1.0",
    })
    void a_command_loses_what_carries_no_meaning(String text, String squeezed) {
        assertThat(Squeeze.of(text)).isEqualTo(squeezed);
    }

    @Property
    void every_word_keeps_its_place_and_its_exact_value(@ForAll("moves") String text) {
        assertThat(words(Squeeze.of(text))).isEqualTo(words(text));
        assertThat(Squeeze.of(text)).hasSizeLessThanOrEqualTo(text.length());
    }

    @Property
    void squeezing_twice_changes_nothing_more(@ForAll("anything") String text) {
        assertThat(Squeeze.of(Squeeze.of(text))).isEqualTo(Squeeze.of(text));
    }

    /** As strtod reads: with exponents and hexadecimal numbers. */
    @Property
    void a_firmware_that_reads_with_strtod_finds_the_same_value_behind_each_letter(@ForAll("moves") String text) {
        Pattern greedy = Pattern.compile("[+-]?(?:0[xX][0-9A-Fa-f]*\\.?[0-9A-Fa-f]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)");
        String squeezed = Squeeze.of(text);
        Matcher word = WORD.matcher(squeezed);
        while (word.find()) {
            Matcher read = greedy.matcher(squeezed).region(word.start(2), squeezed.length());
            assertThat(read.lookingAt()).isTrue();
            assertThat(read.group()).as(squeezed).isEqualTo(word.group(2));
        }
    }

    @Provide
    Arbitrary<String> moves() {
        Arbitrary<String> number = Combinators.combine(Arbitraries.of("", "-", "+"), Arbitraries.strings().numeric().ofMaxLength(5),
                        Arbitraries.strings().withChars("0123456789").ofMaxLength(5), Arbitraries.of(true, false))
                .as((sign, whole, part, dot) -> sign + (whole.isEmpty() && part.isEmpty() ? "0" : whole)
                        + (part.isEmpty() ? dot && !whole.isEmpty() ? "." : "" : "." + part));
        Arbitrary<String> word = Combinators.combine(Arbitraries.of("X", "Y", "Z", "E", "F", "I", "J", "S", "P"), number)
                .as((letter, value) -> letter + value);
        return Combinators.combine(Arbitraries.of("G0", "G1", "G01", "G2", "G92", "M204", "M73"), word.list().ofMaxSize(6),
                Arbitraries.of(" ", "  ", "\t")).as((code, words, gap) -> code
                        + (words.isEmpty() ? "" : gap + String.join(gap, words)));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(moves(), Arbitraries.strings().withChars("GMXYE0123456789.-+ xe\"(").ofMinLength(1));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group(1) + new BigDecimal(word.group(2)).stripTrailingZeros().toPlainString());
        }
        return words;
    }
}
