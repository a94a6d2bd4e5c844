package org.printwire.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.recording.RecordedLine.Kind;

/** The text form of a recording, the old one of the firmware recordings and the one with times. */
class RecordedTextTest {

    static Stream<Path> transcripts() throws IOException {
        return Files.list(Path.of("src/test/resources/transcripts")).sorted();
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void the_recordings_of_real_firmware_are_read_line_by_line(Path file) throws IOException, RecordingException {
        List<String> texts = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        try (RecordingReader reader = new RecordingReader(file)) {
            for (String text : texts) {
                RecordedLine line = reader.next().orElseThrow();
                assertThat(line.kind().mark()).isEqualTo(text.charAt(0));
                assertThat(line.timed()).isFalse();
                if (!text.startsWith("> (raw)")) {
                    assertThat(RecordedText.write(line)).isEqualTo(text);
                }
            }
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void a_line_to_the_printer_ends_with_a_line_end_unless_it_is_raw() {
        assertThat(RecordedText.read("> M105")).contains(RecordedLine.toPrinter(-1, "M105\n"));
        assertThat(RecordedText.read("> (raw) M105\\n")).contains(RecordedLine.toPrinter(-1, "M105\n"));
        assertThat(RecordedText.read("> (raw) M10")).contains(RecordedLine.toPrinter(-1, "M10"));
        assertThat(RecordedText.write(RecordedLine.toPrinter(-1, "\nN1 M105*38\n"))).isEqualTo("> (raw) \\nN1 M105*38\\n");
    }

    @Test
    void a_time_stands_in_front_with_microseconds() {
        assertThat(RecordedText.write(RecordedLine.fromPrinter(12_345_678_901L, "ok"))).isEqualTo("12.345678 < ok");
        assertThat(RecordedText.read("12.345678 < ok")).contains(RecordedLine.fromPrinter(12_345_678_000L, "ok"));
        assertThat(RecordedText.read("3 # pause")).contains(RecordedLine.done(3_000_000_000L, "pause"));
    }

    @Test
    void bytes_that_cannot_be_seen_are_escaped() {
        assertThat(RecordedText.write(RecordedLine.fromPrinter(-1, "o\0k\t\u00ff\\ "))).isEqualTo("< o\\x00k\\t\\xff\\\\ ");
    }

    @Test
    void a_backslash_that_begins_no_escape_is_one() {
        assertThat(RecordedText.read("< a\\b\\x0\\u12\\").map(RecordedLine::text)).contains("a\\b\\x0\\u12\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G28", "ok", "12.5", "12.5 ", "12.5 ok", "1.2.3 < ok", ".5 < ok", "<ok", "9999999999 < ok", "1.0000000001 < ok", "\u0663 < ok"})
    void what_is_no_line_of_a_recording_is_none(String text) {
        assertThat(RecordedText.read(text)).isEmpty();
    }

    @Property(tries = 5000)
    void what_is_written_is_read_again(@ForAll("lines") RecordedLine line) {
        String text = RecordedText.write(line);
        assertThat(text.chars()).allMatch(letter -> letter >= 0x20 && letter < 0x7F);
        assertThat(RecordedText.read(text)).contains(line);
    }

    @Property(tries = 5000)
    void no_text_makes_it_throw_and_what_is_read_is_written_to_the_same(@ForAll("texts") String text) {
        Optional<RecordedLine> line = RecordedText.read(text);
        line.ifPresent(read -> assertThat(RecordedText.read(RecordedText.write(read)))
                .contains(new RecordedLine(read.kind(), read.timed() ? read.nanos() / 1000 * 1000 : -1, read.text())));
    }

    @Provide
    Arbitrary<RecordedLine> lines() {
        Arbitrary<String> text = Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(40),
                Arbitraries.strings().withChars("\\(raw) xun0\n").ofMaxLength(12));
        Arbitrary<Long> time = Arbitraries.longs().between(0, 999_999_999_999_999L).map(micros -> micros * 1000).injectNull(0.2)
                .map(nanos -> nanos == null ? -1 : nanos);
        return Combinators.combine(Arbitraries.of(Kind.values()), time, text).as(RecordedLine::new);
    }

    @Provide
    Arbitrary<String> texts() {
        return Combinators.combine(Arbitraries.of("", "1.5 ", "1.1234567 ", "7 ", "x"), Arbitraries.of("> ", "< ", "# ", ">", "> (raw) ", ""),
                Arbitraries.strings().withChars("\\xun0af (raw)\nG1\u00e4").ofMaxLength(20)).as((time, mark, rest) -> time + mark + rest);
    }
}
