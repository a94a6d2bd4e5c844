package org.printwire.gcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The quick way to read a move and the way by its text are the same, or the quick way leaves the line alone. */
class MoveWordsPropertyTest {

    @Property
    void a_plain_move_read_from_bytes_has_the_words_of_its_text(@ForAll("lines") String line) {
        byte[] bytes = (line + "\n").getBytes(ISO_8859_1);
        MoveWords quick = new MoveWords();
        int end = quick.read(bytes, 0, bytes.length, 90);
        if (end < 0) {
            return;
        }
        String text = LineText.command(bytes, LineText.commentStart(bytes, bytes.length - 1));
        int code = GcodeWord.code(text);
        MoveWords slow = new MoveWords();
        slow.read(code >>> 8 & 0xFFFF, text);

        assertThat(end).isEqualTo(bytes.length);
        assertThat(code >>> 24).isEqualTo('G');
        assertThat(new double[] {quick.command, quick.x, quick.y, quick.z, quick.e, quick.arc() ? quick.i : 0})
                .isEqualTo(new double[] {slow.command, slow.x, slow.y, slow.z, slow.e, slow.arc() ? slow.i : 0});
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("G0123 XYZEFI.-;+n\t\r*\"\\").ofMaxLength(24).map(rest -> "G1" + rest);
    }
}
