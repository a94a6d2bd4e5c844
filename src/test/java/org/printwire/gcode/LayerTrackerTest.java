package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LayerTrackerTest {
    private final List<String> script = new ArrayList<>(List.of("G90", "M83"));

    @Test
    void a_hop_is_no_layer() {
        assertThat(layers("G1 Z0.2", "G1 X10 E1", "G1 E-.8", "G1 Z0.6", "G1 X20", "G1 Z0.2", "G1 E.8", "G1 X30 E1"))
                .containsExactly("1@0.20");
    }

    @Test
    void unretracting_on_a_hop_is_no_layer() {
        assertThat(layers("G1 Z0.2", "G1 X10 E1", "G1 Z0.6", "G1 E5", "G1 X20 E-1")).containsExactly("1@0.20");
    }

    @Test
    void a_prime_line_at_the_first_layers_height_is_the_first_layer() {
        assertThat(layers("G1 Z0.2", "G1 X60 E9", "G1 Z0.6", "G1 Z0.2", "G1 X90 E1", "G1 Z0.4", "G1 X5 E1"))
                .containsExactly("1@0.20", "2@0.40");
    }

    @Test
    void a_purge_line_above_the_first_layer_adds_none() {
        assertThat(layers("G1 Z0.28", "G1 Y140 E10", "G1 Z0.2", "G1 X5 E1", "G1 Z0.4", "G1 X9 E1"))
                .containsExactly("1@0.28", "1@0.20", "2@0.40");
    }

    @Test
    void a_purge_line_before_the_slicers_first_layer_mark_adds_none() {
        LayerTracker tracker = new LayerTracker(5);
        assertThat(follow(tracker, List.of("G90", "M83", "G1 Z0.1", "G1 Y9 E9", "G1 Y0 E9", "G1 Z0.3", "G1 X5 E1")))
                .containsExactly("1@0.30");
    }

    @Test
    void the_next_object_of_a_print_one_at_a_time_goes_on_counting() {
        assertThat(layers("G1 Z.2", "G1 X1 E1", "G1 Z.4", "G1 X2 E1", "G1 Z5", "G1 X9", "G1 Z.2", "G1 X8 E1", "G1 Z.4",
                "G1 X9 E1")).containsExactly("1@0.20", "2@0.40", "3@0.20", "4@0.40");
    }

    @Test
    void a_wipe_tower_left_behind_is_no_layer() {
        assertThat(layers("G1 Z.2", "G1 X1 E1", "G1 Z.4", "G1 X2 E1", "G1 Z.6", "G1 X3 E1", "G1 Z.4", "G1 X9 E1", "G1 Z.6",
                "G1 X4 E1", "G1 Z.8", "G1 X9 E1")).containsExactly("1@0.20", "2@0.40", "3@0.60", "4@0.80");
    }

    @Test
    void a_spiral_vase_makes_a_layer_each_time_it_has_climbed_a_layers_height() {
        List<String> moves = new ArrayList<>(List.of("G1 Z.3", "G1 X1 E1", "G1 Z.5", "G1 X2 E1"));
        for (int i = 1; i <= 1000; i++) {
            moves.add(String.format(Locale.ROOT, "G1 X%d Y%d Z%.3f E.1", i % 7, i % 5, 0.5 + i * 0.0071));
        }
        // 7.1 mm climbed, 0.2 mm a layer: 35 more
        assertThat(layers(moves.toArray(String[]::new))).hasSize(37)
                .endsWith("36@7.30", "37@7.50").contains("3@0.71", "4@0.91");
    }

    @Test
    void a_scarf_seam_climbs_to_its_layer_without_making_one_in_between() {
        assertThat(layers("G1 Z.2", "G1 X1 E1", "G1 Z.25", "G1 X2 Z.3 E.1", "G1 X3 Z.4 E.2", "G1 X9 E1", "G1 Z.45",
                "G1 X2 Z.5 E.1", "G1 X3 Z.6 E.2", "G1 X9 E1")).containsExactly("1@0.20", "2@0.40", "3@0.60");
    }

    @Test
    void layers_of_varying_height_each_count() {
        assertThat(layers("G1 Z.2", "G1 X1 E1", "G1 Z.27", "G1 X2 E1", "G1 Z.32", "G1 X3 E1", "G1 Z.62", "G1 X4 E1"))
                .containsExactly("1@0.20", "2@0.27", "3@0.32", "4@0.62");
    }

    @Test
    void absolute_extrusion_counts_only_above_the_present_e() {
        assertThat(layers("M82", "G92 E0", "G1 Z.2", "G1 X1 E5", "G1 E4", "G1 Z.4", "G1 X2 E4", "G1 X3 E3"))
                .containsExactly("1@0.20");
        assertThat(layers("M82", "G1 X1 E5", "G92 E0", "G1 Z.2", "G1 X2 E1")).containsExactly("1@0.00", "2@0.20");
    }

    @Test
    void relative_moves_and_inches_are_followed() {
        assertThat(layers("G1 Z.2", "G91", "G1 X1 E1", "G1 Z.2", "G1 X1 E1", "G90", "G20", "G1 Z.1", "G1 X1 E1"))
                .containsExactly("1@0.20", "2@0.40", "3@2.54");
    }

    @Test
    void a_full_circle_is_a_move_sideways() {
        assertThat(layers("G1 X60 Y50 Z.2", "G3 X60 Y50 I-10 J0 E5")).containsExactly("1@0.20");
    }

    @Test
    void homing_one_axis_leaves_the_others() {
        assertThat(layers("G1 Z.2", "G28 X Y", "G1 X1 E1", "G28 W", "G1 X1 E1")).containsExactly("1@0.20", "1@0.00");
    }

    private List<String> layers(String... moves) {
        List<String> whole = new ArrayList<>(script);
        whole.addAll(List.of(moves));
        return follow(new LayerTracker(), whole);
    }

    private static List<String> follow(LayerTracker tracker, List<String> texts) {
        List<String> layers = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (tracker.follow(new GcodeLine(i, i + 1, 0, texts.get(i)))) {
                layers.add(String.format(Locale.ROOT, "%d@%.2f", tracker.layer(), tracker.z()));
            }
        }
        return layers;
    }
}
