package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.gcode.bgcode.BgcodeStream;
import org.printwire.testing.BgcodeEncoder;

/** Binary G-code says what its text says, to everything that reads files. */
class BgcodeFactsTest {
    private static final String REAL = "ps_mk3s_sliver_1mm.gcode";

    @TempDir
    Path folder;

    @Test
    void a_real_file_gives_its_commands_in_every_compression_encoding_and_checksum() throws Exception {
        String text = sample(REAL);
        List<String> commands = GcodeSamples.texts(text);
        for (int kind = 0; kind < 4 * 3 * 2; kind++) {
            BgcodeEncoder encoder = new BgcodeEncoder(kind % 4, kind / 4 % 3, kind / 12, 16_384);
            assertThat(commands(encoder.encode(text))).as(encoder.toString()).isEqualTo(commands);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {REAL, "ps_ender3_cube20_relE.gcode", "ps_mk3s_cube20_M600_M601.gcode",
        "cura_ender3_cube20_raw.gcode", "h_arcs.gcode", "h_messages_pauses_host.gcode"})
    void the_facts_of_a_file_are_those_of_its_text(String name) throws Exception {
        String text = sample(name);
        Path plain = Files.writeString(folder.resolve("plain.gcode"), text, StandardCharsets.ISO_8859_1);
        for (int encoding : new int[] {0, 2}) {
            Path binary = Files.write(folder.resolve("binary.gcode"), new BgcodeEncoder(1, encoding, 1, 65_536).encode(text));
            assertThat(told(FileFacts.survey(binary))).as("encoding " + encoding).isEqualTo(told(FileFacts.survey(plain)));
        }
    }

    @Test
    void the_size_is_that_of_the_text_and_the_last_line_ends_there() throws Exception {
        Path binary = Files.write(folder.resolve("x.bgcode"), new BgcodeEncoder(1, 2, 1, 65_536).encode(sample(REAL)));
        long last = 0;
        try (GcodeReader reader = GcodeReader.open(binary)) {
            for (GcodeLine line = reader.next(); line != null; line = reader.next()) {
                assertThat(line.endOffset()).isGreaterThan(last);
                last = line.endOffset();
            }
            assertThat(reader.bytes()).isEqualTo(FileFacts.survey(binary).bytes()).isGreaterThanOrEqualTo(last)
                    .isGreaterThan(Files.size(binary));
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3"})
    void the_pictures_are_those_of_the_text(int compression) throws Exception {
        String text = sample("qoi_thumbnails_head.gcode") + "\nG28\n";
        Path plain = Files.writeString(folder.resolve("plain.gcode"), text, StandardCharsets.ISO_8859_1);
        Path binary = Files.write(folder.resolve("x.gcode"), new BgcodeEncoder(compression, 1, 1, 65_536).encode(text));
        assertThat(Thumbnails.of(binary)).isNotEmpty().isEqualTo(Thumbnails.of(plain));
    }

    @Test
    void png_and_jpg_pictures_have_their_names() throws Exception {
        String text = "; thumbnail begin 16x12 4\n; iVBO\n; thumbnail end\n; thumbnail_JPG begin 300x200 4\n; /9j/\n"
                + "; thumbnail_JPG end\nG28\n";
        Path binary = Files.write(folder.resolve("x.bgcode"), new BgcodeEncoder(0, 0, 1, 65_536).encode(text));
        assertThat(Thumbnails.of(binary)).containsExactly(new Thumbnail("png", 16, 12, "iVBO"),
                new Thumbnail("jpg", 300, 200, "/9j/"));
    }

    @Property(tries = 300)
    void any_lines_come_out_as_they_went_in(@ForAll("lines") List<String> lines, @ForAll @IntRange(max = 3) int compression,
            @ForAll @IntRange(max = 2) int encoding, @ForAll @IntRange(max = 1) int checksum,
            @ForAll @IntRange(min = 1, max = 400) int blockBytes) throws Exception {
        String text = String.join("\n", lines) + "\nM84\n";
        assertThat(commands(new BgcodeEncoder(compression, encoding, checksum, blockBytes).encode(text)))
                .isEqualTo(GcodeSamples.texts(text));
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> move = Arbitraries.of("X", "Y", "Z", "E", "F", "I", "J", "S").flatMap(letter ->
                Arbitraries.doubles().between(-250, 250).ofScale(3).map(value -> letter + value)).list().ofMaxSize(6)
                .map(words -> ("G1 " + String.join(" ", words)).strip());
        Arbitrary<String> message = Arbitraries.strings().withCharRange(' ', '~').excludeChars(';', '\\', '*', 'G').ofMaxLength(40)
                .map(words -> ("M117 " + words).strip());
        Arbitrary<String> high = Arbitraries.strings().withCharRange('\u00a1', '\u00fe').ofMaxLength(9).map(words -> "M118 x" + words);
        Arbitrary<String> comment = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40).map(words -> ";" + words);
        return Arbitraries.oneOf(move, message, high, comment, Arbitraries.of("", "M600", "@pause", "G28 W", "T1")).list().ofMaxSize(60);
    }

    private static List<String> commands(byte[] binary) throws Exception {
        return GcodeSamples.read(new BgcodeStream(new ByteArrayInputStream(binary))).stream().map(GcodeLine::text).toList();
    }

    /** Line numbers, bytes and the hash are of another text: comments stand elsewhere. */
    private static List<Object> told(FileFacts facts) {
        List<Object> told = new ArrayList<>(List.of(facts.commands(), facts.hostCommands(), facts.layers(),
                facts.firstLayerIndex(), facts.firstM73(), facts.nulBytes(), facts.problems().size()));
        facts.pauses().forEach(pause -> told.add(new FilePause(pause.text(), 0, pause.index(), pause.z(), pause.color())));
        FileAnalysis analysis = facts.analysis();
        told.add(new FileAnalysis(Optional.empty(), OptionalLong.empty(), analysis.seconds(), analysis.filament(), analysis.area()));
        return told;
    }

    private static String sample(String name) throws Exception {
        return new String(GcodeSamples.open(name).readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
