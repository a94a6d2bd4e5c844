package org.printwire.event;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Everything that happens, as facts in the past tense. The wire name of an event is its record name in dotted lower
 * case ({@code PrintStarted} is {@code print.started}), see {@link EventName}. docs/events.md describes each; a test
 * holds the two together.
 *
 * <p>A component whose type is a boxed number or a String may be {@code null} where its comment says so: "not known".
 * Temperatures are °C, lengths mm, durations seconds.
 */
public sealed interface Event {

    /** The printer answers on this port. */
    record Connected(String port, int baud) implements Event {}

    /** The connection has ended; {@code reason} is a sentence for people. */
    record Disconnected(String port, String reason) implements Event {}

    /** What M115 said. {@code profile} is the printer profile in use. */
    record FirmwareIdentified(String firmware, String machine, String profile, Map<String, Boolean> capabilities)
            implements Event {}

    /** The board has booted; {@code printing}: in the middle of a job, which is lost. */
    record PrinterReset(boolean printing) implements Event {}

    /** The job begins. {@code layers} and {@code colorChanges}: as found in the file, null if not known. */
    record PrintStarted(String file, String path, long bytes, long commands, Integer layers, Integer colorChanges)
            implements Event {}

    /** The printer has executed the last command and all moves (M400 answered). */
    record PrintDone(String file, double seconds, long lines, long resends) implements Event {}

    /** The job has ended badly. {@code detail} says for people what happened and what to do. */
    record PrintFailed(String file, FailReason reason, String detail, double seconds, int percent) implements Event {}

    /** The job was stopped on purpose. */
    record PrintCancelled(String file, Actor by, double seconds, int percent) implements Event {}

    /** The job stands still. {@code command} is what caused it ("M601"), null if no command did. */
    record PrintPaused(Actor by, String command) implements Event {}

    /** The job goes on. */
    record PrintResumed(Actor by) implements Event {}

    /**
     * The host has begun with that part of the job. What comes of it has its own event: PrintPaused after {@code PAUSING},
     * PrintResumed after {@code RESUMING}, one of the three ends after {@code FINISHING} and {@code CANCELLING}.
     */
    record PhaseChanged(Phase phase) implements Event {}

    /** Where the file stops the print, in its order: those still to come when the job begins, or is gone on with. */
    record StopsPlanned(List<PlannedStop> stops) implements Event {
        public StopsPlanned {
            stops = List.copyOf(stops);
        }
    }

    /**
     * {@code percent} 0 to 100; {@code minutesLeft} null if not known. {@code filePosition}: bytes of the file
     * up to the last line that the printer took. {@code secondsLeft} is the same time, finer; it may be wrong by
     * {@code uncertainty} seconds either way. Both are null if not known.
     */
    record ProgressChanged(int percent, Integer minutesLeft, ProgressSource source, long filePosition,
            Integer secondsLeft, Integer uncertainty) implements Event {
        /** No seconds are known. */
        public ProgressChanged(int percent, Integer minutesLeft, ProgressSource source, long filePosition) {
            this(percent, minutesLeft, source, filePosition, null, null);
        }

        /** Seconds to the end, of the minutes where no more is known; empty: nobody knows. */
        public OptionalLong left() {
            return secondsLeft != null ? OptionalLong.of(secondsLeft)
                    : minutesLeft != null ? OptionalLong.of(60L * minutesLeft) : OptionalLong.empty();
        }
    }

    /** The print has moved to another height: the Z of moves that extrude, not of Z-hops. {@code previous} may be null. */
    record ZChanged(double z, Double previous) implements Event {}

    /** A layer begins; {@code layer} counts from 1, {@code layers} null if not known. */
    record LayerChanged(int layer, Integer layers, double z) implements Event {}

    /**
     * A layer is made: the last of its moves has been executed, not merely taken. A few moves of the next layer may have
     * been made too; of the last layer it is told before PrintDone. After a host has died, the layer that was told last may
     * be told again.
     */
    record LayerDone(int layer, Integer layers, double z) implements Event {}

    /** A colour change comes. {@code minutes}, {@code lines} and {@code color} are null if not known. */
    record ColorChangePending(Integer minutes, Long lines, String color) implements Event {}

    /** The printer waits for the filament to be changed. {@code color} null if not known. */
    record ColorChangeWaiting(Integer number, String color) implements Event {}

    /** The filament is changed, the print goes on. {@code seconds}: how long the printer waited. */
    record ColorChangeDone(Integer number, double seconds) implements Event {}

    /** The filament has run out; the printer waits for more. */
    record FilamentRunout() implements Event {}

    /** The printer waits for somebody at its knob, and no event above says why. */
    record UserActionNeeded(String why) implements Event {}

    /** The printer reports an error. {@code cause}: the firmware's own reason, joined from its lines, null if none. */
    record PrinterError(String text, boolean fatal, String cause) implements Event {}

    /**
     * The printer wants many lines again: {@code percent} of the last ones. Counted since the job began: {@code resends} of
     * {@code lines}. The print goes on, slower; cable and power are worth a look.
     */
    record ResendsHigh(int percent, long resends, long lines) implements Event {}

    /** The mains have failed and the printer has saved where it is; it goes on when they are back, if it can. */
    record PowerFailed() implements Event {}

    /** Temperatures by sensor name ({@code tool0}, {@code bed}, {@code chamber}, others as the firmware names them). */
    record TemperaturesReported(Map<String, Temperature> sensors) implements Event {}

    /** Where the printer says it is. */
    record PositionReported(double x, double y, double z, double e) implements Event {}

    /**
     * The pictures of a print are a film now. {@code movie} and {@code poster}: paths; {@code frames} are in it, and
     * {@code seconds} it plays.
     */
    record TimelapseDone(String file, String movie, String poster, int frames, double seconds) implements Event {}

    /** There is no film of a print. {@code reason} says for people why, and what to do. */
    record TimelapseFailed(String file, String reason) implements Event {}

    /** The file sends a message of its own: {@code @webhook NAME text}. {@code name}: a webhook's id or a custom event. */
    record MessageFired(String name, String text) implements Event {}

    /** A text for people, from the file or the printer. */
    record Notice(NoticeSource source, String text) implements Event {}

    /**
     * A command at which the print waits for somebody, and its line of the file. {@code color}: the filament it asks for,
     * null if none is named. {@code seconds} from now, without what somebody takes at the stops before it; null if not known.
     */
    record PlannedStop(String command, long line, String color, Integer seconds) {}

    /** {@code target} null if not known. */
    record Temperature(double actual, Double target) {}

    /** Who caused it; {@code HOST}: this program, after it or the connection was gone. */
    enum Actor { FILE, PRINTER, USER, HOST }

    /** What the host does with a job: the file's lines, a pause, its end, the last lines of the file, a stop on purpose. */
    enum Phase { PRINTING, PAUSING, RESUMING, FINISHING, CANCELLING }

    /** Why a print failed. */
    enum FailReason {
        PRINTER_ERROR, PRINTER_RESET, CONNECTION_LOST, NO_ANSWER, RESEND_LOOP, FILE_UNREADABLE, INTERNAL;

        /** The printer was left in the middle of the job: it may still have it, and its heaters may be on. */
        public boolean leavesPrinterInTheMiddle() {
            return switch (this) {
                case CONNECTION_LOST, NO_ANSWER, RESEND_LOOP, INTERNAL -> true;
                case PRINTER_ERROR, PRINTER_RESET, FILE_UNREADABLE -> false;
            };
        }
    }

    /** Where a progress figure comes from. */
    enum ProgressSource { M73_NORMAL, M73_SILENT, ESTIMATE, AVERAGE, BYTES }

    /** Where a text comes from. */
    enum NoticeSource { M117, M118, ECHO, WARNING }

    /** All event types, in the order of docs/events.md. */
    static List<Class<? extends Event>> types() {
        return List.of(Connected.class, Disconnected.class, FirmwareIdentified.class, PrinterReset.class,
                PrintStarted.class, PrintDone.class, PrintFailed.class, PrintCancelled.class, PrintPaused.class,
                PrintResumed.class, PhaseChanged.class, StopsPlanned.class, ProgressChanged.class, ZChanged.class,
                LayerChanged.class, LayerDone.class,
                ColorChangePending.class, ColorChangeWaiting.class, ColorChangeDone.class, FilamentRunout.class,
                UserActionNeeded.class, PrinterError.class, ResendsHigh.class, PowerFailed.class,
                TemperaturesReported.class, PositionReported.class, TimelapseDone.class, TimelapseFailed.class,
                MessageFired.class, Notice.class);
    }
}
