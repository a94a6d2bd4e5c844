package org.printwire.gcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** There are three ways to read a command's words: from its bytes, from its text, and one by one. They are the same. */
class CommandWordsPropertyTest {

    @Property
    void a_plain_move_read_from_bytes_has_the_words_of_its_text(@ForAll("lines") String line) {
        byte[] bytes = (line + "\n\n").getBytes(ISO_8859_1);
        int limit = bytes.length - 1;
        CommandWords quick = new CommandWords();
        int end = quick.read(bytes, 0, limit, 90);
        if (end < 0) {
            return;
        }
        CommandWords slow = new CommandWords();
        slow.read(LineText.command(bytes, LineText.commentStart(bytes, limit - 1)));

        assertThat(end).isEqualTo(limit);
        assertThat(quick.code()).isEqualTo(slow.code());
        for (char letter : "XYZEFIJR".toCharArray()) {
            assertThat(quick.value(letter)).as("%s of %s", letter, line).isEqualTo(Double.valueOf(slow.value(letter)));
        }
    }

    @Property
    void a_text_has_the_words_that_are_found_in_it_one_by_one(@ForAll("texts") String text) {
        CommandWords words = new CommandWords();
        words.read(text);

        assertThat(words.code()).isEqualTo(GcodeWord.code(text));
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            assertThat(words.names(letter)).as("%s in %s", letter, text).isEqualTo(GcodeWord.has(text, letter));
            assertThat(words.value(letter)).as("%s of %s", letter, text)
                    .isEqualTo(Double.valueOf(GcodeWord.value(text, letter, Double.NaN)));
        }
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("G0123 XYZEFI.-;+n\t\r*\"\\").ofMaxLength(24).map(rest -> "G1" + rest);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("GMT0123456789 XYZEFIPSxyz.-+\t*\"").ofMaxLength(24);
    }
}
