package org.printwire.marlin;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What one line from a Marlin or Prusa firmware means. A line that means nothing we know is {@link Other}: parsing
 * never fails and never throws, because noise on the wire must not end a print.
 */
public sealed interface Reply {

    /**
     * A command was taken. Prusa MK3 and Marlin send it when the command has been executed (a move: put into the
     * planner), not when it was received.
     *
     * @param lineNumber    N of ADVANCED_OK, or the bare number of Repetier ({@code ok 9}), if given
     * @param plannerFree   P of ADVANCED_OK: free planner blocks
     * @param bufferFree    B of ADVANCED_OK: free command slots
     * @param carried       what else the line says ({@code ok T:20.1 /0.0 ...}), if it says something; never an Ok,
     *                      Wait, Start, Chatter or Other
     */
    record Ok(OptionalLong lineNumber, OptionalInt plannerFree, OptionalInt bufferFree, Optional<Reply> carried)
            implements Reply {
        public static final Ok PLAIN =
                new Ok(OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    /** The printer wants this line number next. {@code rs 23}, {@code Resend: N:23} and their kind. */
    record Resend(OptionalLong lineNumber) implements Reply {}

    /** The printer lives and works ({@code echo:busy: processing}). */
    record Busy(Kind kind) implements Reply {
        public enum Kind { PROCESSING, PAUSED_FOR_USER, PAUSED_FOR_INPUT, OTHER }
    }

    /** The printer is idle and waits for a command ({@code wait}). */
    record Wait() implements Reply {}

    /** The board has booted ({@code start}): all it knew about the job is gone. */
    record Start() implements Reply {}

    /** Temperatures, from M105, M155 or a heating wait. */
    record Temperatures(TemperatureReport report) implements Reply {}

    /** Where the printer thinks it is, millimetres (M114, M154, M155 C). */
    record Position(double x, double y, double z, double e) implements Reply {}

    /** The answer to M115. On MK3 the first capability hangs on the same line; it is in {@code capabilities}. */
    record Firmware(FirmwareReport report, Map<String, Boolean> capabilities) implements Reply {}

    /** One {@code Cap:NAME:0|1} line of M115. */
    record Capability(String name, boolean on) implements Reply {}

    /**
     * The echo of M73 by Prusa firmware; -1 stands for unknown.
     *
     * @param minutesLeft   minutes to the end
     * @param changeMinutes minutes to the next colour change or pause
     */
    record ModeProgress(Mode mode, int percent, int minutesLeft, int changeMinutes) implements Reply {
        public enum Mode { NORMAL, SILENT }
    }

    /** {@code //action:name parameters}; other lines with two slashes are {@link Chatter}. */
    record HostAction(String name, String parameters) implements Reply {}

    /** {@code echo:text} that is nothing more special. */
    record Echo(String text) implements Reply {}

    /** The firmware does not know the command, in any of its wordings. It is answered {@code ok} all the same. */
    record UnknownCommand(String command) implements Reply {}

    /** The firmware says something is wrong with a line, with the card, or with the machine. */
    record Fault(Kind kind, String text, OptionalLong lastLine) implements Reply {
        public enum Kind {
            /** The line number was not the last one plus one. A Resend follows. */
            LINE_NUMBER,
            /** Checksum wrong, or number or checksum missing. A Resend follows. */
            CHECKSUM,
            /** Starts like an error and names no cause that we know: noise in an error text, or a new firmware. */
            UNRECOGNISED,
            /** About the SD card: no matter for a host print. */
            CARD,
            /** A heater or sensor fault: MINTEMP, MAXTEMP, thermal runaway, heating failed. */
            THERMAL,
            /** The firmware has stopped: kill(), "Printer stopped", "Printer halted". */
            HALTED
        }
    }

    /** Bytes were lost on the way to the printer and it said so; no Resend follows. */
    record ReceiveLoss(Kind kind) implements Reply {
        public enum Kind {
            /** {@code RX timeout}: a line without an end was thrown away after 2 s (MK3). */
            TIMEOUT,
            /** {@code Full RX Buffer}: everything that waited was thrown away (MK3). */
            OVERFLOW
        }
    }

    /**
     * What the unpacker of a firmware with MeatPack does from now on; the answer to each {@link PackingCommand}
     * ({@code [MP] PV01 ON NSP}).
     *
     * @param on       lines are packed
     * @param noSpaces an E is packed instead of a blank
     */
    record Packing(boolean on, boolean noSpaces) implements Reply {}

    /** The firmware queued a command of its own; {@code front}: before all others (a runout's M600). */
    record Enqueued(String command, boolean front) implements Reply {}

    /** {@code echo:Move aborted}: a planned move was dropped (runout, crash). */
    record MoveAborted() implements Reply {}

    /** Mains power fails, the printer saves its state ({@code INT4}). */
    record PowerPanic() implements Reply {}

    /** A fan turns too slowly. */
    record FanFault(String text) implements Reply {}

    /**
     * The firmware tells people of a mishap in plain words, and it is no {@link Fault}: cold extrusion, a filament
     * sensor that is not connected, a failed bed probing, the thermal model.
     */
    record Warning(String text) implements Reply {}

    /** A line of the multi-material unit. */
    record Mmu(String text) implements Reply {}

    /** {@code LCD status changed}, boot banner lines, homing chatter, a blank line: known, and of no consequence. */
    record Chatter(String text) implements Reply {}

    /** None of the above; {@code text} as received, Latin-1. */
    record Other(String text) implements Reply {}
}
