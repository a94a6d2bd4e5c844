package org.printwire.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.event.Event.FailReason;
import org.printwire.marlin.Reply;
import org.printwire.marlin.WireCode;

/**
 * Asks a printer that may be in the middle of a job which line it had last, and changes nothing by it: the question is a
 * line whose number is never right, so its refusal names the line ({@link Probe}). Told twice alike it is believed.
 *
 * <p>Listens first: a board that resets when its port is opened says so, and has no job any more. A half line that the dead
 * host has left is closed by the line feed in front of the question.
 *
 * <p>Pure; used by one thread. Times are monotonic nanoseconds.
 */
public final class Whereabouts {

    /** How long a board that resets may take before its first byte. */
    static final Duration LISTEN = Handshake.LISTEN;
    /** Until the question is repeated, for the first time; then twice as long each time. */
    static final Duration AGAIN = Duration.ofSeconds(2);
    /** A printer in a long command may read nothing before that is over (Marlin 2.1), so more questions help nobody. */
    static final Duration LONGEST_AGAIN = Duration.ofMinutes(1);
    /** Nothing at all is heard. */
    static final Duration SILENCE_LIMIT = Duration.ofSeconds(30);
    /** Lines come, but no answer and no busy line. */
    static final Duration TALK_LIMIT = Duration.ofMinutes(15);

    private final List<Action> actions = new ArrayList<>();
    private long due;
    private long again = AGAIN.toNanos();
    private long silent;
    private long tooLong;
    private boolean asked;
    private boolean heard;
    private long said = ResendRequest.UNKNOWN;
    private long believed = ResendRequest.UNKNOWN;
    private Outcome.Failed failure;

    /** The port has just been opened. */
    public void opened(long nanos) {
        due = nanos + LISTEN.toNanos();
        silent = nanos + SILENCE_LIMIT.toNanos();
        tooLong = nanos + TALK_LIMIT.toNanos();
    }

    /** Takes one input and says what is to be done. Wishes of the user do not matter here. */
    public List<Action> on(Input input, long nanos) {
        if (input instanceof Input.Received received && !over()) {
            received(received.reply(), nanos);
        }
        tick(nanos);
        List<Action> result = List.copyOf(actions);
        actions.clear();
        return result;
    }

    /** When a {@link Input.Tick} is due. */
    public long deadline() {
        return over() ? Long.MAX_VALUE : Math.min(due, Math.min(silent, tooLong));
    }

    /** The number of the last line that the printer has, once it is known. */
    public Optional<Long> lastLine() {
        return believed == ResendRequest.UNKNOWN ? Optional.empty() : Optional.of(believed);
    }

    /** Why it will never be known. */
    public Optional<Outcome.Failed> failure() {
        return Optional.ofNullable(failure);
    }

    private boolean over() {
        return failure != null || believed != ResendRequest.UNKNOWN;
    }

    private void received(Reply reply, long nanos) {
        heard = true;
        silent = nanos + SILENCE_LIMIT.toNanos();
        if (reply instanceof Reply.Start) {
            failure = new Outcome.Failed(FailReason.PRINTER_RESET,
                    "the printer has restarted: heaters are off and the position is lost");
        } else if (reply instanceof Reply.Busy) {
            due = Math.max(due, nanos + Handshake.WHILE_BUSY.toNanos());
            tooLong = nanos + TALK_LIMIT.toNanos();
        } else if (asked && reply instanceof Reply.Fault fault && fault.lastLine().isPresent()) {
            said = fault.lastLine().getAsLong();
        } else if (asked && reply instanceof Reply.Resend resend && resend.lineNumber().isPresent()) {
            answered(resend.lineNumber().getAsLong() - 1, nanos);
        }
    }

    /** The request, and the refusal before it, where its number was not garbled. */
    private void answered(long number, long nanos) {
        if (said == number) {
            believed = number;
        }
        said = number;
        // The ok behind it, and what a half line of the dead host has brought, is to come first.
        due = nanos + LISTEN.toNanos();
    }

    private void tick(long nanos) {
        if (over() || nanos < deadline()) {
            return;
        }
        if (nanos >= silent || nanos >= tooLong) {
            failure = new Outcome.Failed(FailReason.NO_ANSWER, heard
                    ? "the printer talks but does not say which line it had last"
                    : "the printer is silent: nothing was heard in " + SILENCE_LIMIT.toSeconds()
                            + " s. Is it switched on, and is this its port?");
            return;
        }
        // The host that died may have left the firmware unpacking.
        actions.add(new Action.Send(Probe.FRAME, WireCode.GREETING.encode(Probe.FRAME, true), true, asked));
        due = nanos + again;
        again = asked ? Math.min(2 * again, LONGEST_AGAIN.toNanos()) : again;
        asked = true;
    }
}
