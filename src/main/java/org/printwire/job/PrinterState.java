package org.printwire.job;

import java.util.Map;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;

/**
 * The states of OctoPrint 1.11 that events tell apart, with its words and flags. In all that lie between the start of a job
 * and its end, but for Paused, the flag {@code printing} is up, beside the one that says which it is.
 */
enum PrinterState {
    OFFLINE("Offline", false, false),
    OFFLINE_AFTER_ERROR("Offline after error", false, true),
    OPERATIONAL("Operational", true, false),
    /** The job has begun, and no line of its file is out yet. */
    STARTING("Starting", true, false),
    PRINTING("Printing", true, false),
    PAUSING("Pausing", true, false),
    PAUSED("Paused", true, false),
    RESUMING("Resuming", true, false),
    /** All lines of the file are out, the last moves are not made yet. */
    FINISHING("Finishing", true, false),
    CANCELLING("Cancelling", true, false),
    ERROR("Error", false, true);

    private final String text;
    private final Map<String, Object> flags;

    PrinterState(String text, boolean operational, boolean error) {
        this.text = text;
        this.flags = Values.map(
                "operational", operational,
                "printing", operational && !text.equals("Operational") && !text.equals("Paused"),
                "cancelling", text.equals("Cancelling"),
                "pausing", text.equals("Pausing"),
                "resuming", text.equals("Resuming"),
                "finishing", text.equals("Finishing"),
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
        if (event instanceof Event.PrintStarted) {
            return STARTING;
        }
        if (event instanceof Event.PhaseChanged begun) {
            return of(begun.phase());
        }
        if (event instanceof Event.PrintResumed) {
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

    private static PrinterState of(Event.Phase phase) {
        return switch (phase) {
            case PRINTING -> PRINTING;
            case PAUSING -> PAUSING;
            case RESUMING -> RESUMING;
            case FINISHING -> FINISHING;
            case CANCELLING -> CANCELLING;
        };
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
