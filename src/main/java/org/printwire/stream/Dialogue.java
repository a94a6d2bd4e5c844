package org.printwire.stream;

import java.util.ArrayList;
import java.util.List;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.marlin.Reply;

/**
 * What printer and people say about the job besides lines and answers: pauses, filament, knobs, fans.
 *
 * <p>Firmware facts: Prusa-Firmware 3.14 and Marlin 2.1, recorded.
 */
final class Dialogue {

    /** What the streamer is asked to do about it. */
    interface Wishes {
        void pause(Actor by);

        void resume(Actor by, long nanos);

        void cancel(Actor by);
    }

    private final Pauses pauses;
    private final UserWaits waits = new UserWaits();
    private final Happenings events = new Happenings();

    Dialogue(Pauses pauses) {
        this.pauses = pauses;
    }

    UserWaits waits() {
        return waits;
    }

    /** Takes a reply that is no answer to a line. */
    void hear(Reply reply, Wishes wishes, long nanos) {
        if (reply instanceof Reply.Busy busy) {
            waits.busy();
            if (busy.kind() == Reply.Busy.Kind.PAUSED_FOR_USER) {
                waits.waiting(nanos, pauses.holding());
            }
        } else if (reply instanceof Reply.HostAction action) {
            hostAction(action, wishes, nanos);
        } else if (reply instanceof Reply.Enqueued enqueued && enqueued.front()
                && enqueued.command().startsWith("M600")) {
            waits.runout(nanos);
        } else if (reply instanceof Reply.FanFault fan) {
            waits.mayExplain(fan.text(), nanos);
            events.add(new Event.PrinterError(fan.text(), false, null));
        }
    }

    private void hostAction(Reply.HostAction action, Wishes wishes, long nanos) {
        switch (action.name()) {
            case "pause" -> wishes.pause(Actor.PRINTER);
            case "resume" -> wishes.resume(Actor.PRINTER, nanos);
            case "cancel" -> wishes.cancel(Actor.PRINTER);
            case "paused" -> paused(action.parameters(), nanos);
            case "resumed" -> {
                if (!waits.open()) {
                    pauses.reportedResumed();
                }
            }
            case "out_of_filament" -> waits.runout(nanos);
            case "prompt_show" -> waits.waiting(nanos, pauses.holding());
            default -> { }
        }
    }

    /** Marlin says paused for a runout and for its own M600 as well. */
    private void paused(String parameters, long nanos) {
        if (parameters.contains("filament_runout")) {
            waits.runout(nanos);
        } else if (waits.open()) {
            waits.waiting(nanos, false);
        } else {
            pauses.reportedPaused();
        }
    }

    /** What happened since the last call: faults, then pauses, then waits. */
    List<Event> events() {
        List<Event> faults = events.drain();
        List<Event> paused = pauses.events();
        List<Event> waited = waits.events();
        if (faults.isEmpty() && paused.isEmpty() && waited.isEmpty()) {
            return List.of();
        }
        List<Event> all = new ArrayList<>(faults);
        all.addAll(paused);
        all.addAll(waited);
        return all;
    }
}
