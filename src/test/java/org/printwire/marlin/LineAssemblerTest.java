package org.printwire.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LineAssemblerTest {

    private static final String BURST = "ok\n\0start\r\nT:25.5 /0.0\n\nRes\u00ffend: 3\r\r\nE\r1\nok P15 B3\n";
    private static final List<String> LINES =
            List.of("ok", "start", "T:25.5 /0.0", "", "Res\u00ffend: 3", "E\r1", "ok P15 B3");

    private final LineAssembler assembler = new LineAssembler();
    private final List<String> lines = new ArrayList<>();

    @Test
    void every_split_in_three_gives_the_same_lines() {
        byte[] bytes = latin1(BURST);
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                lines.clear();
                add(Arrays.copyOfRange(bytes, 0, first));
                add(Arrays.copyOfRange(bytes, first, second));
                add(Arrays.copyOfRange(bytes, second, bytes.length));
                assertThat(lines).as("split at %d and %d", first, second).isEqualTo(LINES);
            }
        }
    }

    @Test
    void byte_by_byte_gives_the_same_lines() {
        for (byte each : latin1(BURST)) {
            add(each);
        }
        assertThat(lines).isEqualTo(LINES);
    }

    @Test
    void only_the_given_length_of_the_buffer_counts() {
        assembler.add(latin1("ok\nrubbish\n"), 3, lines::add);

        assertThat(lines).containsExactly("ok");
    }

    @Test
    void a_line_without_end_is_kept_back() {
        add(latin1("ok\nT:2"));

        assertThat(lines).containsExactly("ok");
    }

    @Test
    void a_line_that_is_too_long_is_cut_and_the_next_one_is_whole() {
        add(latin1("x".repeat(LineAssembler.LONGEST_BYTES + 5000) + "\nok\n"));

        assertThat(lines).containsExactly("x".repeat(LineAssembler.LONGEST_BYTES), "ok");
    }

    @Test
    void reset_forgets_the_begun_line() {
        add(latin1("Resend: 1"));
        assembler.reset();
        add(latin1("ok\n"));

        assertThat(lines).containsExactly("ok");
    }

    @Property
    void no_bytes_make_it_throw_or_lose_a_line(@ForAll byte[] bytes) {
        List<String> found = new ArrayList<>();

        new LineAssembler().add(bytes, bytes.length, found::add);

        long ends = new String(bytes, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
        assertThat(found).hasSize((int) ends);
    }

    private void add(byte... bytes) {
        assembler.add(bytes, bytes.length, lines::add);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
