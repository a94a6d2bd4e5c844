package org.printwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.event.Event;
import org.printwire.gcode.GcodeLine;
import org.printwire.marlin.Reply;

class LayerEndsTest {

    private final JobTracker tracker =
            new JobTracker(new Job("cube.gcode", Path.of("cube.gcode"), 1000, 5000, 3, 0, false, List.of()), 0);
    private final List<Integer> done = new ArrayList<>();
    private int index;
    private int places;

    @Test
    void a_layer_is_done_when_the_planner_has_no_room_for_its_last_move() {
        layer(1);
        layer(2);
        moves(LayerEnds.PLACES - 1);
        assertThat(done).isEmpty();

        moves(1);
        assertThat(done).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G1 F1200", "G1 E5 F2100", "M204 S800", "M117 hello", "G92 E0", "G92"})
    void what_may_take_no_room_is_not_counted(String line) {
        layer(1);
        layer(2);
        moves(LayerEnds.PLACES - 1);
        take(line);
        take(line);
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M400", "G4 P100", "G28 X", "M600", "M0"})
    void a_command_that_lets_the_planner_run_empty_ends_it_at_once(String line) {
        layer(1);
        layer(2);
        take(line);
        assertThat(done).containsExactly(1);
    }

    @Test
    void relative_moves_count_by_their_length() {
        take("G91");
        take("M83");
        take("G1 Z0.2");
        take("G1 X5 E1");
        take("G1 Z0.2");
        take("G1 X5 E1");
        for (int i = 0; i < LayerEnds.PLACES; i++) {
            take("G1 X0.05 Y0 E1");
        }
        assertThat(done).isEmpty();
        for (int i = 0; i < LayerEnds.PLACES; i++) {
            take("G1 X1 E1");
        }
        assertThat(done).containsExactly(1);
    }

    @Test
    void layers_of_less_moves_than_the_planner_holds_are_told_one_by_one() {
        for (int number = 1; number <= 12; number++) {
            layer(number);
            moves(3);
        }
        assertThat(done).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void where_the_printer_tells_how_much_room_it_has_that_counts() {
        hear(15);
        layer(1);
        layer(2);
        moves(3);
        hear(11);
        assertThat(done).isEmpty();
        moves(1);
        hear(11);
        assertThat(done).containsExactly(1);
    }

    @Test
    void a_printer_that_goes_back_has_room_and_has_made_nothing() {
        hear(15);
        layer(1);
        layer(2);
        tracker.heard(new Reply.Resend(OptionalLong.of(3)));
        hear(15);
        assertThat(done).isEmpty();
    }

    @Test
    void a_larger_planner_holds_more() {
        hear(31);
        layer(1);
        layer(2);
        moves(31);
        assertThat(done).isEmpty();
        moves(1);
        assertThat(done).containsExactly(1);
    }

    @Test
    void when_all_moves_are_made_the_present_layer_is_over_too_and_is_told_once() {
        layer(1);
        layer(2);
        note(tracker.layerOver());
        assertThat(done).containsExactly(1, 2);
        layer(3);
        moves(40);
        note(tracker.layerOver());
        assertThat(done).containsExactly(1, 2, 3);
    }

    private void layer(int number) {
        take("G1 Z" + number * 2 / 10.0);
        take("G1 X" + (100 + number) + " Y1 E" + ++places);
    }

    private void moves(int count) {
        for (int i = 0; i < count; i++) {
            take("G1 X" + (places % 2 == 0 ? 10 : 50) + " Y" + (places % 3) + " E" + ++places);
        }
    }

    private void hear(int free) {
        note(tracker.heard(new Reply.Ok(OptionalLong.empty(), OptionalInt.of(free), OptionalInt.empty(), Optional.empty())));
    }

    private void take(String text) {
        note(tracker.taken(new GcodeLine(index, index + 1, index, text), 1));
        index++;
    }

    private void note(List<Event> events) {
        events.stream().filter(Event.LayerDone.class::isInstance).map(Event.LayerDone.class::cast)
                .forEach(event -> done.add(event.layer()));
    }
}
