package org.printwire.gcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Time, filament, box and hash of files of real slicers and hand-made ones against figures computed apart from this project. */
class FileAnalysisTest {

    /** One line of analysis.tsv; {@code -} stands for nothing. */
    record Known(String file, String sha1, String seconds, String length, String volume, String box) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Known> known() {
        return Vectors.lines("/gcode/analysis.tsv").skip(1).map(line -> line.split("\t"))
                .map(c -> new Known(c[0], c[1], c[2], c[3], c[4], c[5]));
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_the_hash_of_the_content(Known known) throws IOException {
        assertThat(analysis(known).sha1()).contains(known.sha1());
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_the_time_that_the_slicer_says(Known known) throws IOException {
        assertThat(analysis(known).seconds().stream().boxed()).isEqualTo(numbers(known.seconds()));
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_the_filament_that_the_slicer_says(Known known) throws IOException {
        List<Filament> filament = analysis(known).filament();

        assertThat(filament.stream().map(each -> each.length().orElseThrow())).isEqualTo(numbers(known.length()));
        assertThat(filament.stream().map(each -> each.volume().orElseThrow())).isEqualTo(numbers(known.volume()));
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_the_box_of_the_moves_that_print(Known known) throws IOException {
        Optional<PrintArea> area = analysis(known).area();

        assertThat(area.stream().flatMap(a -> Stream.of(a.minX(), a.minY(), a.minZ(), a.maxX(), a.maxY(), a.maxZ())))
                .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-3 ? 0 : 1)
                .isEqualTo(numbers(known.box()));
    }

    @Test
    void a_file_has_its_date_and_a_stream_has_none(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.gcode"), "G28\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_588_195_405_999L));

        assertThat(FileFacts.survey(file).analysis().modified()).hasValue(1_588_195_405L);
        assertThat(of("G28\n").modified()).isEmpty();
    }

    @Test
    void without_a_statement_the_first_m73_with_a_time_counts() throws IOException {
        assertThat(of("M73 P0\nM73 P1 R28\nM73 P2 R20\n").seconds()).hasValue(1680);
        assertThat(of("M73 P1 R28\n; estimated printing time (normal mode) = 1h\n").seconds()).hasValue(3600);
        assertThat(of("M73 P0 Q0 S5\n").seconds()).isEmpty();
    }

    @Test
    void filament_goes_to_the_tools_that_the_file_uses() throws IOException {
        String used = "T1\nT?\nT4\n; filament used [mm] = 10.5, 20.5\n";
        assertThat(of(used).filament()).extracting(Filament::tool).containsExactly(1, 4);
        assertThat(of("T1\n; filament used [mm] = 0.00, 20.5\n").filament()).extracting(Filament::tool).containsExactly(1);
    }

    @Test
    void moves_that_do_not_print_are_outside_of_the_box() throws IOException {
        assertThat(of("M83\nG1 X5 Y5 Z1\nG1 X9 E1\nG1 X200 Y200 Z50\nG1 E5\n").area())
                .contains(new PrintArea(5, 5, 1, 9, 5, 1));
        assertThat(of("G28\nG1 X9 Y9\n").area()).isEmpty();
    }

    @Test
    void a_move_prints_from_where_g92_says_that_it_begins() throws IOException {
        assertThat(of("M83\nG1 X5 Y5 Z1\nG1 X9 E1\nG92 X3\nG1 X8 E1\n").area())
                .contains(new PrintArea(3, 5, 1, 9, 5, 1));
    }

    @Test
    void an_arc_reaches_as_far_as_its_belly() throws IOException {
        PrintArea half = of("M83\nG1 X100 Y100 Z1\nG2 X120 Y100 I10 J0 E2\n").area().orElseThrow();
        assertThat(half.maxY()).isCloseTo(110, within(1e-4));
        assertThat(half.minY()).isCloseTo(100, within(1e-4));
        PrintArea inches = of("G20\nM83\nG1 X1 Y1\nG3 X2 Y1 R-.5 E2\n").area().orElseThrow();
        assertThat(inches.minY()).isCloseTo(12.7, within(1e-4));
    }

    @Test
    void numbers_out_of_all_measure_are_no_figures() throws IOException {
        String nines = "9".repeat(400);
        FileAnalysis wild = of("M83\nG1 X" + nines + " Y1 E1\nM73 P1 R" + nines + "\n;TIME:" + nines
                + "\n;Filament used: " + nines + "m\n");

        assertThat(wild.area()).isEmpty();
        assertThat(wild.seconds()).isEmpty();
        assertThat(wild.filament()).isEmpty();
    }

    private static FileAnalysis analysis(Known known) throws IOException {
        return FileFacts.survey(GcodeSamples.open(known.file()), 95).analysis();
    }

    private static FileAnalysis of(String file) throws IOException {
        return FileFacts.survey(GcodeSamples.stream(new String(file.getBytes(ISO_8859_1), ISO_8859_1)), 95).analysis();
    }

    private static List<Double> numbers(String column) {
        return column.equals("-") ? List.of() : Arrays.stream(column.split(" ")).map(Double::valueOf).toList();
    }
}
