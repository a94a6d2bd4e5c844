package org.printwire.webhook;

import org.printwire.event.Event;

/**
 * Tells whether a call for the user is news. One stop of the printer may raise several events (a runout, then the
 * waiting of the filament change that the firmware starts by itself); the user must be called once. The episode ends
 * with the first event that shows the print moving on. The same event again is always news: a missed call is worse
 * than a second one.
 *
 * <p>Pure state, one thread.
 */
final class Episode {

    private Class<? extends Event> caller;

    /** Takes note of any event; true: this one calls for the user, for the first time in its episode. */
    boolean begunBy(Event event) {
        if (callsUser(event)) {
            boolean news = caller == null || caller == event.getClass();
            caller = news ? event.getClass() : caller;
            return news;
        }
        if (movesOn(event)) {
            caller = null;
        }
        return false;
    }

    static boolean callsUser(Event event) {
        return event instanceof Event.UserActionNeeded
                || event instanceof Event.ColorChangeWaiting
                || event instanceof Event.FilamentRunout;
    }

    private static boolean movesOn(Event event) {
        return event instanceof Event.ColorChangeDone
                || event instanceof Event.PrintResumed
                || event instanceof Event.ProgressChanged
                || event instanceof Event.ZChanged
                || event instanceof Event.LayerChanged
                || event instanceof Event.PrintStarted
                || event instanceof Event.PrintDone
                || event instanceof Event.PrintFailed
                || event instanceof Event.PrintCancelled
                || event instanceof Event.PrinterReset;
    }
}
