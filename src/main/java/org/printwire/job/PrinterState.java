package org.printwire.job;

import java.util.Map;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;

/** The states of OctoPrint 1.11 that events tell apart, with its words and flags. */
enum PrinterState {
    OFFLINE("Offline", false, false),
    OFFLINE_AFTER_ERROR("Offline after error", false, true),
    OPERATIONAL("Operational", true, false),
    PRINTING("Printing", true, false),
    PAUSED("Paused", true, false),
    ERROR("Error", false, true);

    private final String text;
    private final Map<String, Object> flags;

    PrinterState(String text, boolean operational, boolean error) {
        this.text = text;
        this.flags = Values.map(
                "operational", operational,
                "printing", text.equals("Printing"),
                "cancelling", false,
                "pausing", false,
                "resuming", false,
                "finishing", false,
                "closedOrError", !operational,
                "error", error,
                "paused", text.equals("Paused"),
                "ready", text.equals("Operational"),
                "sdReady", false);
    }

    /** What becomes of this state by an event. A change of filament is part of a print: it stays Printing. */
    PrinterState after(Event event) {
        if (event instanceof Event.Connected) {
            return OPERATIONAL;
        }
        if (event instanceof Event.PrintStarted || event instanceof Event.PrintResumed) {
            return PRINTING;
        }
        if (event instanceof Event.PrintPaused) {
            return PAUSED;
        }
        if (event instanceof Event.PrinterError error && error.fatal()) {
            return ERROR;
        }
        if (event instanceof Event.PrintFailed failed) {
            return this == ERROR || broken(failed.reason()) ? ERROR : OPERATIONAL;
        }
        if (event instanceof Event.PrintDone || event instanceof Event.PrintCancelled) {
            return OPERATIONAL;
        }
        return event instanceof Event.Disconnected ? this == ERROR ? OFFLINE_AFTER_ERROR : OFFLINE : this;
    }

    /** Where the host has failed, or its file, the printer is as ready as before. */
    private static boolean broken(FailReason reason) {
        return switch (reason) {
            case PRINTER_ERROR, CONNECTION_LOST, NO_ANSWER, RESEND_LOOP -> true;
            case PRINTER_RESET, FILE_UNREADABLE, INTERNAL -> false;
        };
    }

    /** @param error what went wrong last; empty: nothing */
    Map<String, Object> values(String error) {
        return Values.map("text", text, "flags", flags, "error", error);
    }
}
