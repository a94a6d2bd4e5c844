package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.gcode.GcodeSamples.Facts;

/**
 * Files of real slicers and hand-made ones against figures that were computed apart from this project. One figure is ours:
 * h_nul_bytes.gcode has 2 commands, since NUL bytes are dropped; counted as a line of its own they would be a third.
 */
class GcodeSamplesTest {
    private static final Set<String> NOT_HASHED = Set.of("M105", "M110", "M115", "M155", "M114", "M20", "M21", "M27", "M602");

    static Stream<Facts> facts() {
        return GcodeSamples.facts();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void has_as_many_commands_as_counted_independently(Facts facts) throws IOException {
        assertThat(survey(facts).commands()).isEqualTo(facts.commands());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void the_commands_have_the_hash_that_the_independent_emulator_says(Facts facts) throws IOException {
        assumeFalse(facts.hash().equals("-"), "the emulator takes host commands for the printer's");
        long hash = 0xcbf29ce484222325L;
        for (GcodeLine line : GcodeSamples.read(GcodeSamples.open(facts.file()))) {
            if (!NOT_HASHED.contains(line.text().split("[ \t]")[0])) {
                hash = fnv(hash, line.text() + "\n");
            }
        }
        assertThat(String.format("%016x", hash)).isEqualTo(facts.hash());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void has_the_host_commands(Facts facts) throws IOException {
        List<GcodeLine> lines = GcodeSamples.read(GcodeSamples.open(facts.file()));
        assertThat(lines.stream().filter(GcodeLine::hostCommand).map(line -> line.index() + ":" + line.text())
                .collect(joining())).isEqualTo(facts.hostCommands());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void has_the_pauses_with_index_line_and_z(Facts facts) throws IOException {
        assertThat(survey(facts).pauses().stream()
                .map(pause -> pause.index() + ":" + pause.fileLine() + ":" + rounded(pause.z()) + ":" + pause.text())
                .collect(joining())).isEqualTo(facts.pauses());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void has_the_layers(Facts facts) throws IOException {
        assertThat(survey(facts).layers().orElse(0)).isEqualTo(facts.layers());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void the_moves_alone_tell_the_same_layers(Facts facts) throws IOException {
        LayerTracker tracker = new LayerTracker();
        GcodeSamples.read(GcodeSamples.open(facts.file())).stream().filter(line -> !line.hostCommand())
                .forEach(tracker::follow);
        assertThat(tracker.layer()).isEqualTo(facts.layers());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void has_the_first_m73(Facts facts) throws IOException {
        assertThat(survey(facts).firstM73().orElse(-1))
                .isEqualTo(facts.firstM73().equals("-") ? -1 : Long.parseLong(facts.firstM73()));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void has_no_line_that_is_too_long(Facts facts) throws IOException {
        assertThat(survey(facts).problems()).isEmpty();
    }

    private static FileFacts survey(Facts facts) throws IOException {
        return FileFacts.survey(GcodeSamples.open(facts.file()), FileFacts.PRUSA_LINE_BYTES);
    }

    private static double rounded(double z) {
        return Math.round(z * 1000) / 1000.0;
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joining() {
        return Collectors.collectingAndThen(Collectors.joining("|"), joined -> joined.isEmpty() ? "-" : joined);
    }

    private static long fnv(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
