package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.gcode.GcodeWord;

/** How many lines may be unanswered, as a value. */
class WindowPolicyTest {

    private static final WindowPolicy PRUSA = new WindowPolicy(2, 126);

    @ParameterizedTest(name = "{0} unanswered of {1} bytes each, then {2} of {3}: {4}")
    @CsvSource({
        "0, 0, G1 X1, 40, true",
        "0, 0, M600, 300, true",
        "1, 40, G1 X1, 40, true",
        "1, 40, G1 X1, 86, true",
        "1, 40, G1 X1, 87, false",
        "2, 40, G1 X1, 10, false",
        "1, 40, M600, 10, false", "1, 40, M601, 10, false", "1, 40, M25, 10, false", "1, 40, M0, 10, false",
        "1, 40, M1, 10, false", "1, 40, M109 S215, 10, false", "1, 40, M190 S60, 10, false", "1, 40, G28, 10, false",
        "1, 40, G29, 10, false", "1, 40, G80, 10, false", "1, 40, M400, 10, false", "1, 40, M110 N7, 10, false",
        "1, 40, T1, 10, false", "1, 40, M105, 10, false", "1, 40, M602, 10, false", "1, 40, M104 S215, 20, true"})
    void a_window_of_two_lines_and_126_bytes_admits(int lines, int bytes, String next, int length, boolean admitted) {
        assertThat(PRUSA.admits(window("G1 X0", lines, bytes), Line.own(next), length)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({"M600", "M601", "M109 S215", "G28", "T1", "M400", "M0", "M110 N0"})
    void nothing_goes_out_behind_a_command_that_blocks(String unanswered) {
        assertThat(PRUSA.admits(window(unanswered, 1, 20), Line.own("G1 X1"), 20)).isFalse();
    }

    @Test
    void the_profiles_own_commands_are_alone_too() {
        WindowPolicy policy = new WindowPolicy(2, 126, Set.of(GcodeWord.code('M', 900)));
        assertThat(policy.admits(window("G1 X0", 1, 20), Line.own("M900 K30"), 20)).isFalse();
        assertThat(policy.admits(window("M900 K30", 1, 20), Line.own("G1 X1"), 20)).isFalse();
        assertThat(policy.admits(window("G1 X0", 1, 20), Line.own("M901"), 20)).isTrue();
    }

    @Test
    void lines_that_the_printer_has_fill_no_receive_buffer() {
        SentWindow window = window("G1 X0", 2, 60);
        window.accept(2);
        assertThat(PRUSA.admits(window, Line.own("G1 X1"), 60)).isTrue();
        window.accept(3);
        assertThat(window.bytes()).isZero();
        assertThat(window.size()).isEqualTo(2);
    }

    @Test
    void a_firmware_that_tells_its_free_slots_gets_so_many_lines_and_no_more_bytes_than_are_safe() {
        assertThat(WindowPolicy.ONE.learning(OptionalInt.of(3))).isEqualTo(new WindowPolicy(3, 126));
        assertThat(PRUSA.learning(OptionalInt.of(1))).isEqualTo(PRUSA);
        assertThat(PRUSA.learning(OptionalInt.empty())).isEqualTo(PRUSA);
        assertThat(PRUSA.learning(OptionalInt.of(4000)).lines()).isEqualTo(WindowPolicy.MOST_LEARNT);
    }

    @Property
    void never_more_lines_or_bytes_are_unanswered_than_the_policy_says(
            @ForAll @IntRange(min = 1, max = 20) int lines, @ForAll @IntRange(min = 100, max = 300) int bytes,
            @ForAll @IntRange(min = 5, max = 97) int length) {
        WindowPolicy policy = new WindowPolicy(lines, bytes);
        SentWindow window = new SentWindow();
        Line line = Line.own("G1 X1");
        while (policy.admits(window, line, length)) {
            window.add(new SentWindow.Sent(window.size() + 1, line, length, false, 0));
        }
        assertThat(window.open()).isEqualTo(Math.min(lines, bytes / length));
        assertThat(window.bytes()).isLessThanOrEqualTo(bytes);
    }

    @Test
    void a_window_of_nothing_is_a_bug() {
        assertThatThrownBy(() -> new WindowPolicy(0, 126)).hasMessageContaining("0 lines");
    }

    private static SentWindow window(String text, int lines, int bytes) {
        SentWindow window = new SentWindow();
        for (int number = 1; number <= lines; number++) {
            window.add(new SentWindow.Sent(number, Line.own(text), bytes, false, 0));
        }
        return window;
    }
}
