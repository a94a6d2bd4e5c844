package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long an answer is waited for. Times are milliseconds after the line went out. */
class StallTest {

    private final Stall stall = new Stall(Duration.ofSeconds(30), true);

    @Test
    void a_short_move_is_asked_after_in_less_than_half_a_second() {
        follow("G28", "G1 X1 Y1 F6000", "G1 X2 Y2");
        assertThat(limit("G1 X3", 0)).isBetween(400L, 450L);
    }

    @Test
    void a_move_behind_slow_ones_is_given_twice_the_time_of_the_slowest() {
        follow("G28", "G1 X100 F1200", "G1 X101");
        assertThat(limit("G1 X102", 0)).isEqualTo(400 + 2 * 5000);
    }

    @Test
    void a_command_that_may_wait_for_the_whole_planner_is_given_twice_the_time_of_all_moves() {
        follow("G28", "G1 X10 F600", "G1 X20", "G1 X30");
        assertThat(limit("M900 K30", 0)).isEqualTo(400 + 2 * 3000);
    }

    @Test
    void the_end_of_all_moves_is_waited_for_as_long_as_they_take_and_not_as_long_as_heating() {
        follow("G28", "G1 X10 F600", "G1 X20", "G1 X30");
        assertThat(limit("M400", 0)).isEqualTo(10_000 + 2 * 3000);
    }

    @Test
    void moves_that_the_planner_cannot_hold_any_more_do_not_count() {
        follow("G28", "G1 X100 F1200");
        for (int i = 0; i < MoveTimes.MOVES; i++) {
            follow("G1 X" + (100 + i % 2) + " F60000");
        }
        assertThat(limit("G1 X102", 0)).isLessThan(410);
    }

    @Test
    void an_arc_relative_moves_and_extrusion_alone_take_their_time_too() {
        follow("G28", "G91", "G1 X10 F600");
        assertThat(limit("G1 X1", 0)).isEqualTo(400 + 2 * 1000);
        follow("G90", "M83", "G1 E20 F600");
        assertThat(limit("G1 X1", 0)).isEqualTo(400 + 2 * 2000);
        follow("G2 X20 Y0 I5 J0 F1000");
        assertThat(limit("G1 X1", 0)).isGreaterThan(400 + 2 * 2000);
    }

    @Test
    void the_second_question_comes_after_a_second_and_further_ones_after_the_patient_limit() {
        follow("G28");
        assertThat(limit("G1 X0", 1)).isEqualTo(1000);
        assertThat(limit("G1 X0", 2)).isEqualTo(30_000);
    }

    @Test
    void a_busy_line_means_that_it_is_at_work() {
        stall.busy(Duration.ofMillis(100).toNanos());
        assertThat(limit("G1 X0", 0)).isEqualTo(3100);
    }

    @Test
    void a_long_command_is_not_asked_after_early() {
        assertThat(limit("G28", 0)).isEqualTo(Stall.LONG_WITHOUT_BUSY.toMillis());
    }

    @Test
    void the_time_begins_when_the_line_before_is_answered() {
        follow("G28");
        stall.answered(Duration.ofMillis(700).toNanos());
        assertThat(limit("G1 X0", 0)).isEqualTo(1100);
    }

    private void follow(String... lines) {
        for (String line : lines) {
            stall.sent(Line.own(line));
        }
    }

    private long limit(String text, int probes) {
        return Duration.ofNanos(stall.deadline(new SentWindow.Sent(1, Line.own(text), 20, false, 0), probes)).toMillis();
    }
}
