package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.printwire.cli.EventText.Weight;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.event.Event.NoticeSource;

class EventTextTest {

    @Test
    void the_start_says_how_much_there_is_to_print() {
        assertThat(said(new Event.PrintStarted("cube.gcode", "/cube.gcode", 648802, 22654, 100, 1)))
                .isEqualTo("printing cube.gcode: 22654 commands, 100 layers, 1 colour change");
    }

    @Test
    void what_is_not_known_of_the_file_is_not_said() {
        assertThat(said(new Event.PrintStarted("cube.gcode", "/cube.gcode", 10, 1, null, null)))
                .isEqualTo("printing cube.gcode: 1 command");
    }

    @Test
    void the_end_says_how_long_it_took() {
        assertThat(said(new Event.PrintDone("cube.gcode", 723, 22654, 1)))
                .isEqualTo("done: cube.gcode in 12 min 3 s, 22654 lines, 1 resend");
    }

    @Test
    void a_failure_is_a_problem_with_its_detail() {
        assertThat(EventText.of(new Event.PrintFailed("c", FailReason.PRINTER_RESET, "the board has booted", 1, 42)))
                .contains(new EventText(Weight.PROBLEM, "print failed at 42%: the board has booted"));
    }

    @Test
    void a_filament_change_tells_the_user_what_to_do() {
        assertThat(EventText.of(new Event.ColorChangeWaiting(2, "#00FF00"))).contains(new EventText(Weight.ATTENTION,
                "change the filament to #00FF00, then press the printer's knob (colour change 2)"));
    }

    @Test
    void a_pause_names_its_cause() {
        assertThat(said(new Event.PrintPaused(Actor.FILE, "M601"))).isEqualTo("paused by the file (M601)");
    }

    @Test
    void a_printer_error_joins_its_cause_and_keeps_the_screen_safe() {
        assertThat(said(new Event.PrinterError("halted\u001b[H", true, "MINTEMP")))
                .isEqualTo("fatal printer error: halted [H (MINTEMP)");
        assertThat(said(new Event.PrinterError("0: MINTEMP triggered! - Printer stopped", true, "0: MINTEMP triggered!")))
                .isEqualTo("fatal printer error: 0: MINTEMP triggered! - Printer stopped");
    }

    @Test
    void messages_are_told_and_echoes_and_empty_messages_are_not() {
        assertThat(said(new Event.Notice(NoticeSource.M117, "First layer"))).isEqualTo("message: First layer");
        assertThat(EventText.of(new Event.Notice(NoticeSource.ECHO, "x"))).isEmpty();
        assertThat(EventText.of(new Event.Notice(NoticeSource.M117, " "))).isEmpty();
    }

    @Test
    void a_message_of_the_file_says_for_whom_it_is() {
        assertThat(said(new Event.MessageFired("slack", "half of it\u001b[H"))).isEqualTo("message to slack: half of it [H");
        assertThat(said(new Event.MessageFired("slack", ""))).isEqualTo("message to slack");
    }

    @Test
    void a_boot_matters_only_in_a_print() {
        assertThat(EventText.of(new Event.PrinterReset(false))).isEmpty();
        assertThat(said(new Event.PrinterReset(true))).contains("reset in the middle");
    }

    @Test
    void what_only_moves_the_progress_line_has_no_text() {
        assertThat(EventText.of(new Event.ZChanged(0.2, null))).isEmpty();
        assertThat(EventText.of(new Event.PositionReported(1, 2, 3, 4))).isEmpty();
    }

    private static String said(Event event) {
        return EventText.of(event).orElseThrow().text();
    }
}
