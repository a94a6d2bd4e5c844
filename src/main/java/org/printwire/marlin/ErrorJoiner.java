package org.printwire.marlin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.printwire.marlin.Reply.Fault;

/**
 * Makes one error of the lines in which firmware tells it:
 *
 * <ul>
 *   <li>a cause, then the stop ({@code 0: Heaters switched off. MINTEMP triggered!}, {@code //action:cancel},
 *       {@code Printer stopped due to errors.}): Prusa MK3 and Marlin;
 *   <li>the stop, then the cause ({@code Printer halted. kill() called!}, {@code M112 called. Emergency Stop.}): Prusa
 *       MK3; {@code echo:M112 Shutdown} comes before it: Marlin 2.1;
 *   <li>an extruder's number, then the text ({@code 1}, {@code : Extruder switched off. MAXTEMP triggered !}): Marlin 1.
 * </ul>
 *
 * An error is handed out with its last line, or {@link #PATIENCE_NANOS} after its first, or when the board boots.
 * Errors of single lines (checksum, line number) and of the card never come out of here; an unrecognised one that a
 * Resend follows was one of those, with a damaged text, and is dropped. After a fatal error nothing more comes out
 * until the printer answers {@code ok} or boots.
 *
 * <p>A state machine without a clock: the caller tells the time and calls {@link #due} when {@link #deadlineNanos} has
 * come. One thread at a time.
 */
public final class ErrorJoiner {

    /** How long the lines of one error may lie apart. */
    public static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Prefix EMERGENCY_STOP = new Prefix("M112");

    private final List<String> lines = new ArrayList<>();
    private Optional<String> cause = Optional.empty();
    private boolean fatal;
    private boolean halted;
    private long firstNanos;

    private boolean told;
    private Optional<String> emergencyStop = Optional.empty();
    private long emergencyStopNanos;

    /** Takes the next reply, of any kind; gives an error if this reply completes one, or if one was due. */
    public Optional<FirmwareError> on(Reply reply, long nanos) {
        Optional<FirmwareError> overdue = due(nanos);
        return read(reply, nanos).or(() -> overdue);
    }

    private Optional<FirmwareError> read(Reply reply, long nanos) {
        if (reply instanceof Fault fault) {
            return told ? Optional.empty() : onFault(fault, nanos);
        }
        if (reply instanceof Reply.Start) {
            Optional<FirmwareError> error = take();
            told = false;
            emergencyStop = Optional.empty();
            return error;
        }
        if (reply instanceof Reply.Ok) {
            told = false;
        } else if (reply instanceof Reply.Resend && !fatal) {
            clear();
        } else if (reply instanceof Reply.Echo echo && EMERGENCY_STOP.begins(echo.text())) {
            emergencyStop = Optional.of(echo.text());
            emergencyStopNanos = nanos;
        } else if (reply instanceof Reply.Other other && !lines.isEmpty()) {
            return onContinuation(LineNoise.strip(other.text()), nanos);
        }
        return Optional.empty();
    }

    /** The error that has waited long enough for more lines. */
    public Optional<FirmwareError> due(long nanos) {
        boolean waited = !lines.isEmpty() && nanos - firstNanos >= PATIENCE_NANOS;
        return waited ? take() : Optional.empty();
    }

    /** When to call {@link #due}; empty if no error is open. */
    public OptionalLong deadlineNanos() {
        return lines.isEmpty() ? OptionalLong.empty() : OptionalLong.of(firstNanos + PATIENCE_NANOS);
    }

    private Optional<FirmwareError> onFault(Fault fault, long nanos) {
        return switch (fault.kind()) {
            case LINE_NUMBER, CHECKSUM, CARD -> Optional.empty();
            case UNRECOGNISED -> onUnrecognised(fault.text(), nanos);
            case THERMAL -> onThermal(fault.text(), nanos);
            case HALTED -> onHalted(fault.text(), nanos);
        };
    }

    private Optional<FirmwareError> onUnrecognised(String text, long nanos) {
        if (halted || incomplete()) {
            return onContinuation(text, nanos);
        }
        Optional<FirmwareError> before = take();
        add(text, nanos);
        cause = incomplete() ? Optional.empty() : Optional.of(text);
        return before;
    }

    private Optional<FirmwareError> onThermal(String text, long nanos) {
        add(text, nanos);
        cause = Optional.of(lines.size() == 1 ? lines.get(0) : text);
        fatal = true;
        return halted ? take() : Optional.empty();
    }

    private Optional<FirmwareError> onHalted(String text, long nanos) {
        boolean second = halted;
        add(text, nanos);
        fatal = true;
        halted = true;
        if (second && cause.isEmpty()) {
            cause = Optional.of(text);
        }
        if (cause.isEmpty() && emergencyStop.isPresent() && nanos - emergencyStopNanos < PATIENCE_NANOS) {
            cause = emergencyStop;
        }
        return cause.isPresent() ? take() : Optional.empty();
    }

    /** A line without meaning of its own: the rest of a begun error, or the reason of a stop. */
    private Optional<FirmwareError> onContinuation(String text, long nanos) {
        if (!halted && !incomplete()) {
            return Optional.empty();
        }
        add(text, nanos);
        cause = Optional.of(halted ? text : lines.get(0));
        return halted ? take() : Optional.empty();
    }

    /** True after {@code Error:1}: an extruder's number, and the text is still to come. */
    private boolean incomplete() {
        return lines.size() == 1 && lines.get(0).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void add(String text, long nanos) {
        if (lines.isEmpty()) {
            firstNanos = nanos;
        }
        if (incomplete()) {
            lines.set(0, text.startsWith(":") ? lines.get(0) + text : lines.get(0) + ": " + text);
        } else {
            lines.add(text);
        }
    }

    private Optional<FirmwareError> take() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        FirmwareError error = new FirmwareError(String.join(" - ", lines), fatal, cause);
        told = fatal;
        clear();
        return Optional.of(error);
    }

    private void clear() {
        lines.clear();
        cause = Optional.empty();
        fatal = false;
        halted = false;
    }
}
