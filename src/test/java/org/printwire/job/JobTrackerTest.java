package org.printwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.event.Event;
import org.printwire.event.Event.NoticeSource;
import org.printwire.event.Event.ProgressSource;
import org.printwire.gcode.GcodeLine;
import org.printwire.marlin.Reply;
import org.printwire.marlin.Reply.ModeProgress.Mode;

class JobTrackerTest {

    private static final long MINUTE = 60_000_000_000L;

    @Test
    void without_m73_progress_is_bytes_and_time_left_follows_from_the_time_so_far() {
        JobTracker tracker = tracker(false, List.of());

        assertThat(tracker.taken(line(0, 10, "G28"), MINUTE))
                .containsExactly(new Event.ProgressChanged(1, null, ProgressSource.BYTES, 10));
        assertThat(tracker.taken(line(1, 250, "G28"), 10 * MINUTE))
                .containsExactly(new Event.ProgressChanged(25, 30, ProgressSource.BYTES, 250));
        assertThat(tracker.taken(line(2, 251, "G28"), 10 * MINUTE)).isEmpty();
    }

    @Test
    void with_m73_in_the_file_the_slicers_figures_count() {
        JobTracker tracker = tracker(true, List.of());

        assertThat(tracker.taken(line(0, 500, "G28"), MINUTE)).isEmpty();
        assertThat(tracker.taken(line(1, 510, "M73 P12 R95"), MINUTE))
                .containsExactly(new Event.ProgressChanged(12, 95, ProgressSource.M73_NORMAL, 510, 5730, 1176));
        assertThat(tracker.taken(line(2, 520, "M73 Q14 S99"), MINUTE)).isEmpty();
        assertThat(tracker.taken(line(3, 530, "M73 C4"), MINUTE)).isEmpty();
    }

    @Test
    void what_the_printer_echoes_of_m73_counts_once() {
        JobTracker tracker = tracker(true, List.of());

        assertThat(tracker.heard(new Reply.ModeProgress(Mode.NORMAL, 10, 20, -1)))
                .containsExactly(new Event.ProgressChanged(10, 20, ProgressSource.M73_NORMAL, 0, 1230, 276));
        assertThat(tracker.heard(new Reply.ModeProgress(Mode.SILENT, 11, 25, -1))).isEmpty();
        assertThat(tracker.taken(line(0, 10, "M73 P10 R20"), MINUTE)).isEmpty();
        assertThat(tracker.percent()).isEqualTo(10);
    }

    @Test
    void a_printer_that_echoes_only_silent_mode_is_believed() {
        assertThat(tracker(true, List.of()).heard(new Reply.ModeProgress(Mode.SILENT, 11, -1, -1)))
                .containsExactly(new Event.ProgressChanged(11, null, ProgressSource.M73_SILENT, 0));
    }

    @Test
    void a_layer_is_told_when_the_print_begins_there_and_a_hop_is_none() {
        JobTracker tracker = tracker(true, List.of());
        List<Event> told = new ArrayList<>();
        String[] file = {"G90", "M83", "G1 Z0.2", "G1 X10 E1", "G1 Z0.8", "G1 X20", "G1 Z0.2", "G1 X30 E1", "G1 Z0.4",
            "G1 X10 E1"};
        for (int i = 0; i < file.length; i++) {
            told.addAll(tracker.taken(line(i, i, file[i]), MINUTE));
        }

        assertThat(told).containsExactly(new Event.LayerChanged(1, 100, 0.2), new Event.ZChanged(0.2, null),
                new Event.LayerChanged(2, 100, 0.4), new Event.ZChanged(0.4, 0.2));
    }

    @Test
    void a_colour_change_is_announced_once_when_the_slicers_countdown_is_low() {
        JobTracker tracker = tracker(true, List.of(new Job.Stop(50, "M600", true, "#FF0000", 51)));

        assertThat(tracker.taken(line(1, 1, "M73 C9"), MINUTE)).isEmpty();
        assertThat(tracker.taken(line(10, 2, "M73 C5"), MINUTE))
                .containsExactly(new Event.ColorChangePending(5, 40L, "#FF0000"));
        assertThat(tracker.taken(line(20, 3, "M73 C4"), MINUTE)).isEmpty();
    }

    @Test
    void a_mere_pause_ahead_is_no_colour_change() {
        JobTracker tracker = tracker(true, List.of(new Job.Stop(50, "M601", false, null, 51)));

        assertThat(tracker.taken(line(10, 2, "M73 C1"), MINUTE)).isEmpty();
    }

    @Test
    void without_a_countdown_a_colour_change_is_announced_some_commands_ahead() {
        JobTracker tracker = tracker(true, List.of(new Job.Stop(3000, "M600", true, null, 3001)));

        assertThat(tracker.taken(line(1999, 2, "G28"), MINUTE)).isEmpty();
        assertThat(tracker.taken(line(2000, 2, "G28"), MINUTE))
                .containsExactly(new Event.ColorChangePending(null, 1000L, null));
    }

    @Test
    void texts_of_the_file_are_told() {
        JobTracker tracker = tracker(true, List.of());

        assertThat(tracker.taken(line(0, 1, "M117 Hello"), MINUTE))
                .containsExactly(new Event.Notice(NoticeSource.M117, "Hello"));
        assertThat(tracker.taken(line(1, 1, "M118 A1 action:done"), MINUTE))
                .containsExactly(new Event.Notice(NoticeSource.M118, "action:done"));
        assertThat(tracker.taken(line(2, 1, "M118 E1 comes back as an echo"), MINUTE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M118 A1 //webhook slack half of it is done", "M118 A1 webhook slack half of it is done",
        "M118 webhook slack half of it is done", "M118 E1 P0 // webhook slack half of it is done"})
    void an_m118_that_begins_with_webhook_is_a_message_and_no_notice(String line) {
        assertThat(tracker(true, List.of()).taken(line(0, 1, line), MINUTE))
                .containsExactly(new Event.MessageFired("slack", "half of it is done"));
    }

    @Test
    void an_m118_without_a_name_for_its_message_is_a_notice() {
        assertThat(tracker(true, List.of()).taken(line(0, 1, "M118 webhook"), MINUTE))
                .containsExactly(new Event.Notice(NoticeSource.M118, "webhook"));
    }

    @Test
    void a_text_in_utf8_is_told_in_its_letters() {
        String bytes = new String("M117 50 \u00b0C \uD83D\uDE00".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(tracker(true, List.of()).taken(line(0, 1, bytes), MINUTE))
                .containsExactly(new Event.Notice(NoticeSource.M117, "50 \u00b0C \uD83D\uDE00"));
    }

    private static JobTracker tracker(boolean slicerTimes, List<Job.Stop> stops) {
        return new JobTracker(new Job("cube.gcode", Path.of("cube.gcode"), 1000, 5000, 100, 0, slicerTimes, stops), 0);
    }

    private static GcodeLine line(long index, long endOffset, String text) {
        return new GcodeLine(index, index + 1, endOffset, text);
    }
}
