package org.printwire.stream;

import static org.printwire.testing.Talk.MARLIN;
import static org.printwire.testing.Talk.PRUSA;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.MessageFired;
import org.printwire.event.Event.Notice;
import org.printwire.event.Event.NoticeSource;
import org.printwire.gcode.GcodeLine;
import org.printwire.testing.Talk;

/** {@code @webhook} in a file: when it is told, and that it is never sent. */
class FileMessagesTest {

    @Test
    void a_message_is_told_when_the_line_before_it_is_taken_and_is_never_sent() {
        Talk.printing(PRUSA, "G1 X1", "@webhook slack half of it", "G1 X2").sends("N1 G1 X1").tells()
                .hears("ok").tells(new MessageFired("slack", "half of it")).sends("N2 G1 X2").hears("ok").tells();
    }

    @Test
    void one_before_the_first_line_and_one_after_the_last_are_told_once_each() {
        Talk.printing(PRUSA, "@webhook a first", "G1 X1", "@webhook b last").sends("N1 G1 X1")
                .tells(new MessageFired("a", "first")).hears("ok").tells(new MessageFired("b", "last")).sends("N2 M400")
                .hears("ok").sends("N3 M105").hears("ok T:20.0 /0.0").tells().ends(new Outcome.Done());
    }

    @Test
    void a_resend_does_not_tell_it_again() {
        Talk.printing(PRUSA, "G1 X1", "@webhook a x", "G1 X2").sends("N1 G1 X1").hears("ok").sends("N2 G1 X2")
                .tells(new MessageFired("a", "x"))
                .hears("Error:checksum mismatch, Last Line: 1", "Resend: 2", "ok").sends("N2 G1 X2").hears("ok").tells();
    }

    @Test
    void behind_a_pause_it_waits_until_the_print_goes_on() {
        Talk.printing(MARLIN, "M25", "@webhook a x", "G1 X1").sends("N1 M25").hears("ok")
                .tells(new Event.PrintPaused(Actor.FILE, "M25")).input(new Input.Resume())
                .tells(new Event.PrintResumed(Actor.USER), new MessageFired("a", "x")).sends("N2 G1 X1");
    }

    @Test
    void a_cancelled_job_tells_nothing_that_lies_ahead() {
        Talk talk = Talk.printing(PRUSA, "G1 X1", "@webhook a x", "G1 X2").sends("N1 G1 X1").input(new Input.Cancel());
        talk.hears("ok").hears("ok").hears("ok").tells();
        Assertions.assertThat(talk.outcome()).isEqualTo(new Outcome.Cancelled(Actor.USER));
    }

    @Test
    void without_a_name_there_is_a_warning_that_names_the_line() {
        Talk.printing(PRUSA, "G1 X1", "@webhook", "G1 X2").hears("ok")
                .tells(new Notice(NoticeSource.WARNING, "line 2 of the file sends no message: write @webhook, a name of"
                        + " letters, digits, dots, underscores or hyphens, and the text"));
    }

    @Test
    void a_long_text_passes_although_no_printer_would_take_such_a_line() {
        String text = "x".repeat(5000);
        Talk.printing(PRUSA, "@webhook a " + text, "G1 X1").sends("N1 G1 X1").tells(new MessageFired("a", text));
    }

    @Test
    void with_several_lines_on_the_way_it_waits_for_those_before_it_alone() {
        FileMessages messages = new FileMessages();
        GcodeLine line = new GcodeLine(3, 4, 40, "@webhook a x");

        Assertions.assertThat(messages.reached(line, "webhook a x", 7, 5)).isEmpty();
        Assertions.assertThat(messages.taken(6)).isEmpty();
        Assertions.assertThat(messages.taken(7)).containsExactly(new MessageFired("a", "x"));
        Assertions.assertThat(messages.taken(8)).isEmpty();
    }
}
