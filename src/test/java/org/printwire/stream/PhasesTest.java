package org.printwire.stream;

import static org.printwire.testing.Talk.MARLIN;
import static org.printwire.testing.Talk.PRUSA;

import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.Phase;
import org.printwire.testing.Talk;

/** What the host has begun with is told before what comes of it, once. */
class PhasesTest {

    @Test
    void a_job_prints_from_its_first_line_and_finishes_when_the_last_one_is_out() {
        Talk.printing(PRUSA, "G1 X1", "G1 X2").begins(Phase.PRINTING).hears("ok").begins()
                .hears("ok").begins(Phase.FINISHING).sends("N1 G1 X1", "N2 G1 X2", "N3 M400")
                .hears("ok", "ok T:20.0 /0.0").begins().ends(new Outcome.Done());
    }

    @Test
    void a_pause_is_begun_before_it_stands_and_a_resume_before_the_job_goes_on() {
        Talk.printing(PRUSA, "M601", "G1 X2").begins(Phase.PRINTING, Phase.PAUSING)
                .hears("ok", "//action:paused").begins().tells(new Event.PrintPaused(Actor.FILE, "M601"))
                .input(new Input.Resume()).begins(Phase.RESUMING)
                .hears("Resend: 2", "ok", "//action:resumed").begins().tells(new Event.PrintResumed(Actor.USER));
    }

    @Test
    void a_pause_that_the_firmware_does_not_know_leaves_the_job_printing() {
        Talk.printing(MARLIN, "M601", "G1 X2").begins(Phase.PRINTING, Phase.PAUSING)
                .hears("echo:Unknown command: \"M601\"", "ok").begins(Phase.PRINTING).tells();
    }

    @Test
    void a_pause_that_the_printer_has_made_by_itself_is_told_when_it_stands() {
        Talk.printing(PRUSA, "G1 X1", "G1 X2").begins(Phase.PRINTING).hears("//action:paused").begins()
                .tells(new Event.PrintPaused(Actor.PRINTER, null));
    }

    @Test
    void a_job_that_is_stopped_is_cancelling_until_the_printer_has_taken_the_last_command() {
        Talk.printing(PRUSA, "G1 X1", "G1 X2").begins(Phase.PRINTING).input(new Input.Cancel()).begins(Phase.CANCELLING)
                .hears("ok", "//action:cancel", "ok", "ok").begins().ends(new Outcome.Cancelled(Actor.USER));
    }
}
