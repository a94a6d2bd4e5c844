package org.printwire.timelapse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.printwire.camera.Caption;
import org.printwire.config.TimelapseSection;
import org.printwire.config.TimelapseSection.Format;
import org.printwire.config.TimelapseSection.Mode;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.ProgressSource;

class TriggerTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void each_layer_that_is_done_makes_a_picture_that_says_which() {
        Trigger trigger = trigger(Mode.LAYER, 1, 0);
        trigger.on(envelope(new Event.ProgressChanged(34, 5, ProgressSource.BYTES, 1)));

        assertThat(trigger.on(envelope(done(7)))).contains(new Caption(NOON, "cube.gcode", 34, 7, 10, 7 * 0.2));
        assertThat(trigger.on(envelope(new Event.LayerChanged(8, 10, 1.6)))).isEmpty();
    }

    @Test
    void every_so_many_layers_and_the_last_one() {
        assertThat(layers(trigger(Mode.LAYER, 4, 0))).containsExactly(4, 8, 10);
    }

    @Test
    void a_layer_that_is_told_again_after_a_crash_makes_no_second_picture() {
        assertThat(layers(trigger(Mode.LAYER, 1, 6))).containsExactly(7, 8, 9, 10);
    }

    @Test
    void every_so_many_millimetres_whatever_a_computer_thinks_of_three_times_a_fifth() {
        assertThat(layers(trigger(Mode.MILLIMETRES, 0.6, 0))).containsExactly(3, 6, 9, 10);
    }

    @Test
    void by_seconds_no_event_makes_one() {
        assertThat(layers(trigger(Mode.SECONDS, 5, 0))).isEmpty();
    }

    private static List<Integer> layers(Trigger trigger) {
        List<Integer> taken = new ArrayList<>();
        for (int layer = 1; layer <= 10; layer++) {
            Optional<Caption> caption = trigger.on(envelope(done(layer)));
            caption.ifPresent(each -> taken.add(each.layer()));
        }
        return taken;
    }

    private static Event done(int layer) {
        return new Event.LayerDone(layer, 10, layer * 0.2);
    }

    private static Envelope envelope(Event event) {
        return new Envelope(NOON, 1, "cube.gcode", event);
    }

    private static Trigger trigger(Mode mode, double every, int lastLayer) {
        return new Trigger(new TimelapseSection(mode, every, null, 25, List.of(), Duration.ZERO, 1_000_000, 100,
                Duration.ofDays(1), false, Format.AUTO, true), lastLayer, 0);
    }
}
