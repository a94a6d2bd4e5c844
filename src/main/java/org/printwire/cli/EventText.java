package org.printwire.cli;

import static org.printwire.cli.PlainText.count;
import static org.printwire.cli.PlainText.duration;
import static org.printwire.cli.PlainText.harmless;

import java.util.Optional;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;

/**
 * An event worth a line of its own, in words.
 *
 * @param weight how much it matters to somebody who looks on
 * @param text   one line, harmless to a terminal
 */
record EventText(Weight weight, String text) {

    /** From "nice to know" to "act now"; {@code --quiet} shows all but {@link #NEWS}. */
    enum Weight { NEWS, MILESTONE, ATTENTION, PROBLEM }

    /** Nothing for events that only move the progress line. */
    static Optional<EventText> of(Event event) {
        EventText text = job(event);
        if (text == null) {
            text = filament(event);
        }
        return Optional.ofNullable(text == null ? printer(event) : text);
    }

    private static EventText job(Event event) {
        if (event instanceof Event.PrintStarted e) {
            return milestone("printing " + e.file() + ": " + count(e.commands(), "command")
                    + (e.layers() == null ? "" : ", " + count(e.layers(), "layer"))
                    + (e.colorChanges() == null || e.colorChanges() == 0
                            ? ""
                            : ", " + count(e.colorChanges(), "colour change")));
        }
        if (event instanceof Event.PrintDone e) {
            return milestone("done: " + e.file() + " in " + duration(e.seconds()) + ", " + count(e.lines(), "line")
                    + ", " + count(e.resends(), "resend"));
        }
        if (event instanceof Event.PrintFailed e) {
            return new EventText(Weight.PROBLEM, harmless("print failed at " + e.percent() + "%: " + e.detail()));
        }
        if (event instanceof Event.PrintCancelled e) {
            return milestone("cancelled " + by(e.by()) + " at " + e.percent() + "% after " + duration(e.seconds()));
        }
        if (event instanceof Event.PrintPaused e) {
            return attention("paused " + by(e.by()) + (e.command() == null ? "" : " (" + e.command() + ")"));
        }
        return event instanceof Event.PrintResumed e ? news("resumed " + by(e.by())) : null;
    }

    private static EventText filament(Event event) {
        if (event instanceof Event.ColorChangePending e) {
            String when = e.minutes() != null
                    ? "in " + PlainText.minutes(e.minutes())
                    : e.lines() != null ? "in " + count(e.lines(), "line") : "soon";
            return news("colour change " + when + to(e.color()));
        }
        if (event instanceof Event.ColorChangeWaiting e) {
            return attention("change the filament" + to(e.color()) + ", then press the printer's knob"
                    + (e.number() == null ? "" : " (colour change " + e.number() + ")"));
        }
        if (event instanceof Event.ColorChangeDone e) {
            return news("filament changed after " + duration(e.seconds()));
        }
        return event instanceof Event.FilamentRunout
                ? attention("the filament has run out: put in more, then press the printer's knob")
                : null;
    }

    private static EventText printer(Event event) {
        if (event instanceof Event.Connected e) {
            return news("connected to " + e.port() + " at " + e.baud() + " baud");
        }
        if (event instanceof Event.Disconnected e) {
            return news("disconnected: " + e.reason());
        }
        if (event instanceof Event.FirmwareIdentified e) {
            return news(e.machine() + ", " + e.firmware() + ", profile " + e.profile());
        }
        if (event instanceof Event.PrinterReset e && e.printing()) {
            return new EventText(Weight.PROBLEM, "the printer has reset in the middle of the print");
        }
        if (event instanceof Event.UserActionNeeded e) {
            return attention("the printer waits for you: " + e.why());
        }
        if (event instanceof Event.PrinterError e) {
            return new EventText(Weight.PROBLEM, harmless((e.fatal() ? "fatal printer error: " : "printer error: ")
                    + e.text() + (e.cause() == null || e.text().contains(e.cause()) ? "" : " (" + e.cause() + ")")));
        }
        if (event instanceof Event.ResendsHigh e) {
            return new EventText(Weight.PROBLEM, "bad connection: the printer wants " + e.percent() + "% of the last lines again ("
                    + count(e.resends(), "resend") + ", " + count(e.lines(), "line") + " so far): look at cable and power");
        }
        if (event instanceof Event.PowerFailed) {
            return new EventText(Weight.PROBLEM, "the printer's power has failed; it has saved where it is");
        }
        if (event instanceof Event.TimelapseDone e) {
            return milestone("timelapse: " + e.movie() + ", " + count(e.frames(), "frame"));
        }
        if (event instanceof Event.TimelapseFailed e) {
            return new EventText(Weight.PROBLEM, harmless("no timelapse: " + e.reason()));
        }
        if (event instanceof Event.MessageFired e) {
            return news("message to " + e.name() + (e.text().isEmpty() ? "" : ": " + e.text()));
        }
        return event instanceof Event.Notice e ? notice(e) : null;
    }

    private static EventText notice(Event.Notice notice) {
        return switch (notice.source()) {
            case M117, M118 -> notice.text().isBlank() ? null : news("message: " + notice.text());
            case WARNING -> new EventText(Weight.PROBLEM, harmless("warning: " + notice.text()));
            case ECHO -> null;
        };
    }

    private static String by(Actor actor) {
        return switch (actor) {
            case FILE -> "by the file";
            case PRINTER -> "by the printer";
            case USER -> "by the user";
            case HOST -> "by printwire";
        };
    }

    private static String to(String color) {
        return color == null ? "" : " to " + color;
    }

    private static EventText news(String text) {
        return new EventText(Weight.NEWS, harmless(text));
    }

    private static EventText milestone(String text) {
        return new EventText(Weight.MILESTONE, harmless(text));
    }

    private static EventText attention(String text) {
        return new EventText(Weight.ATTENTION, harmless(text));
    }
}
