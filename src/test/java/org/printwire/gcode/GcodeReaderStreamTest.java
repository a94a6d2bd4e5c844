package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.gcode.GcodeSamples.read;
import static org.printwire.gcode.GcodeSamples.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Whatever the pieces and the size in which the bytes come. */
class GcodeReaderStreamTest {
    private static final String AWKWARD = "\u00ef\u00bb\u00bfG28 ; home\r\n\r\n\0\0G1 X1\rG1 X2 \\; a ; b\n  @pause \nN5 G1 X3*77\r\nM84";

    @Test
    void every_chunk_size_gives_the_same_lines() throws IOException {
        List<GcodeLine> whole = read(stream(AWKWARD));
        assertThat(whole).extracting(GcodeLine::text)
                .containsExactly("G28", "G1 X1", "G1 X2 \\; a", "@pause", "G1 X3", "M84");
        for (int bytes = 1; bytes <= AWKWARD.length(); bytes++) {
            assertThat(read(chunks(AWKWARD, bytes))).as("chunks of %d", bytes).isEqualTo(whole);
        }
    }

    @Test
    void keeps_the_first_64_kibibytes_of_a_line_of_1_megabyte() throws IOException {
        List<GcodeLine> lines = read(stream("M117 " + "x".repeat(1_000_000) + "\nG28\n"));
        assertThat(lines).extracting(line -> line.text().length()).containsExactly(65_536, 3);
        assertThat(lines.get(1)).isEqualTo(new GcodeLine(1, 2, 1_000_010, "G28"));
    }

    @Test
    void a_comment_of_1_megabyte_does_not_matter() throws IOException {
        assertThat(read(stream("G28 ;" + "x".repeat(1_000_000) + "\nM84")))
                .containsExactly(new GcodeLine(0, 1, 1_000_006, "G28"), new GcodeLine(1, 2, 1_000_009, "M84"));
    }

    @Test
    void a_megabyte_of_blanks_does_not_hide_what_stands_behind_it() throws IOException {
        String blanks = " ".repeat(1_000_000);
        assertThat(read(stream(blanks + "G28" + blanks + "\n")).get(0).text()).isEqualTo("G28");
        assertThat(read(stream("G1 X1" + blanks + "Y1\n")).get(0).text()).hasSize(65_536);
    }

    @Test
    void reads_200_megabytes_in_bounded_memory() throws IOException {
        byte[] pattern = "G1 X123.456 Y78.9 E.01234 ; infill\n".getBytes(StandardCharsets.ISO_8859_1);
        long bytes = 200_000_000L / pattern.length * pattern.length;
        try (GcodeReader reader = new GcodeReader(new Endless(pattern, bytes))) {
            GcodeLine last = null;
            for (GcodeLine line = reader.next(); line != null; line = reader.next()) {
                last = line;
            }
            assertThat(last.endOffset()).isEqualTo(bytes);
            assertThat(last.fileLine()).isEqualTo(bytes / pattern.length);
        }
    }

    @Property
    void a_number_and_a_checksum_added_are_taken_off_again(@ForAll("commands") String text,
            @ForAll @LongRange(min = 0, max = 9_999_999) long number) throws IOException {
        String numbered = "N" + number + " " + text;
        int checksum = numbered.chars().reduce(0, (a, b) -> a ^ b);
        assertThat(GcodeSamples.texts(numbered + "*" + checksum)).containsExactly(text);
    }

    @Provide
    Arbitrary<String> commands() {
        Arbitrary<String> any = Arbitraries.strings().withCharRange(' ', '\u00ff').excludeChars(';').ofMinLength(1)
                .ofMaxLength(60).filter(GcodeReaderStreamTest::trimmed);
        return Arbitraries.oneOf(any, Arbitraries.of("N5 G1 X1*33", "M117 N5 *great*", "@pause", "*", "g1x1*2", "N7 N8"));
    }

    private static boolean trimmed(String text) {
        return text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }

    private static InputStream chunks(String file, int bytes) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1)) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, bytes));
            }
        };
    }

    /** The pattern again and again, made up while it is read. */
    private static final class Endless extends InputStream {
        private final byte[] pattern;
        private final long bytes;
        private long at;

        Endless(byte[] pattern, long bytes) {
            this.pattern = pattern;
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return at == bytes ? -1 : pattern[(int) (at++ % pattern.length)];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int from = (int) (at % pattern.length);
            int count = (int) Math.min(Math.min(length, bytes - at), pattern.length - from);
            System.arraycopy(pattern, from, into, offset, count);
            at += count;
            return count == 0 ? -1 : count;
        }
    }
}
