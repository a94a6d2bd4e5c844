package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.printwire.cli.ProgressView.Style;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.ProgressSource;

class ProgressViewTest {

    private static final Event START = new Event.PrintStarted("cube.gcode", "/cube.gcode", 1000, 100, null, null);
    private static final Event END = new Event.PrintDone("cube.gcode", 61, 100, 0);

    private RecordedOutput recorded = new RecordedOutput();
    private long sequence;

    @Test
    void on_a_terminal_the_line_is_redrawn_in_place_and_news_stand_above_it() {
        recorded = new RecordedOutput(true, false);
        ProgressView view = view(Style.REDRAWN);
        view.accept(at(0, START));
        view.accept(at(1, progress(50)));
        view.accept(at(2, END));
        assertThat(recorded.out()).isEqualTo("printing cube.gcode: 100 commands\n"
                + "\r\033[K0% [--------------------]"
                + "\r\033[K50% [##########----------]"
                + "\r\033[Kdone: cube.gcode in 1 min 1 s, 100 lines, 0 resends\n");
    }

    @Test
    void a_line_that_looks_the_same_is_not_drawn_again() {
        recorded = new RecordedOutput(true, false);
        ProgressView view = view(Style.REDRAWN);
        view.accept(at(0, START));
        String before = recorded.out();
        view.accept(at(1, progress(0)));
        assertThat(recorded.out()).isEqualTo(before);
    }

    @Test
    void elsewhere_lines_carry_the_time_and_progress_comes_at_most_every_ten_seconds() {
        ProgressView view = view(Style.LINES);
        view.accept(at(0, START));
        view.accept(at(1, progress(1)));
        view.accept(at(12, progress(2)));
        view.accept(at(30, progress(2)));
        view.accept(at(61, END));
        assertThat(recorded.out().lines()).containsExactly(
                "2026-11-23 10:00:00  printing cube.gcode: 100 commands",
                "2026-11-23 10:00:00  0% [--------------------]",
                "2026-11-23 10:00:12  2% [--------------------]",
                "2026-11-23 10:01:01  done: cube.gcode in 1 min 1 s, 100 lines, 0 resends");
    }

    @Test
    void quiet_leaves_start_end_problems_and_what_the_user_has_to_do() {
        ProgressView view = view(Style.QUIET);
        view.accept(at(0, new Event.Connected("/dev/ttyACM0", 115200)));
        view.accept(at(0, START));
        view.accept(at(20, progress(50)));
        view.accept(at(21, new Event.UserActionNeeded("M0")));
        view.accept(at(61, END));
        assertThat(recorded.out().lines()).containsExactly(
                "2026-11-23 10:00:00  printing cube.gcode: 100 commands",
                "2026-11-23 10:00:21  the printer waits for you: M0",
                "2026-11-23 10:01:01  done: cube.gcode in 1 min 1 s, 100 lines, 0 resends");
    }

    @Test
    void the_end_and_the_stops_of_the_file_are_told_by_the_clock_on_the_wall() {
        ProgressView view = new ProgressView(recorded.output(), Style.LINES, () -> 80, ZoneOffset.ofHours(2));
        view.accept(at(0, START));
        view.accept(at(0, new Event.StopsPlanned(List.of(new Event.PlannedStop("M600", 2550, "#FF0000", 600),
                new Event.PlannedStop("M601", 3001, null, 50_400), new Event.PlannedStop("M0", 4000, null, null)))));
        view.accept(at(20, new Event.ProgressChanged(50, 30, ProgressSource.M73_NORMAL, 0, 1_780, 90)));
        assertThat(recorded.out().lines()).containsExactly(
                "2026-11-23 12:00:00  printing cube.gcode: 100 commands",
                "2026-11-23 12:00:00  0% [--------------------]",
                "2026-11-23 12:00:00  stop at about 12:10: filament change to #FF0000 (M600, line 2550)",
                "2026-11-23 12:00:00  stop at about Tue 02:00: pause (M601, line 3001)",
                "2026-11-23 12:00:00  stop: pause (M0, line 4000)",
                "2026-11-23 12:00:20  50% [##########----------]  30 min left, done 12:30 (slicer)");
    }

    @Test
    void of_very_many_stops_the_screen_shows_the_first() {
        ProgressView view = view(Style.LINES);
        view.accept(at(0, new Event.StopsPlanned(LongStream.rangeClosed(1, 12)
                .mapToObj(line -> new Event.PlannedStop("M600", line, null, null)).toList())));
        assertThat(recorded.out().lines()).hasSize(11).last().asString().endsWith("  and 2 more stops");
    }

    @Test
    void problems_are_red_where_colours_are_wanted() {
        recorded = new RecordedOutput(true, true);
        view(Style.REDRAWN).accept(at(0, new Event.PrinterError("halted", true, null)));
        assertThat(recorded.out()).isEqualTo("\033[31mfatal printer error: halted\033[0m\n");
    }

    @Test
    void a_line_from_elsewhere_goes_above_the_progress_line() {
        recorded = new RecordedOutput(true, false);
        ProgressView view = view(Style.REDRAWN);
        view.accept(at(0, START));
        view.say("received  Print Started");
        assertThat(recorded.out()).endsWith("\r\033[Kreceived  Print Started\n\r\033[K0% [--------------------]");
    }

    private ProgressView view(Style style) {
        return new ProgressView(recorded.output(), style, () -> 80, ZoneOffset.UTC);
    }

    private Envelope at(int second, Event event) {
        return new Envelope(Instant.parse("2026-11-23T10:00:00Z").plusSeconds(second), ++sequence, "cube.gcode", event);
    }

    private static Event progress(int percent) {
        return new Event.ProgressChanged(percent, null, ProgressSource.BYTES, 0);
    }
}
