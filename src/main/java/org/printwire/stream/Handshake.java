package org.printwire.stream;

import java.time.Duration;
import org.printwire.marlin.Reply;

/**
 * Wakes the printer after the port was opened: waits out the boot that DTR causes, then says {@code N0 M110 N0} until it
 * is answered.
 *
 * <p>Prusa MK3 3.14 (recorded): the bootloader says {@code start} about a second before the firmware does the rest of its
 * banner, and a line sent in between is lost. A board that does not reset answers at once.
 */
final class Handshake {

    /** How long a board that is going to reset may take before its first byte. */
    static final Duration LISTEN = Duration.ofMillis(400);
    /** Silence after which the bootloader's {@code start} is taken for all there is. */
    static final Duration AFTER_START = Duration.ofMillis(1500);
    /** Silence that ends a banner. */
    static final Duration AFTER_BANNER = Duration.ofMillis(400);
    /** Time for an answer before the question is repeated. */
    static final Duration ANSWER = Duration.ofSeconds(2);

    /** The same from a printer that says it is busy, every 2 s. */
    static final Duration WHILE_BUSY = Duration.ofSeconds(10);

    private enum State { LISTENING, BOOTING, ASKED, AWAKE }

    private State state = State.LISTENING;
    private long due;
    private boolean refused;
    private boolean again;
    /** The next ok is not ours: it answers what a printer that unpacks lines has made of a greeting in text. */
    private boolean stray;

    void opened(long nanos) {
        state = State.LISTENING;
        due = nanos + LISTEN.toNanos();
    }

    /** A line came in. */
    void heard(Reply reply, long nanos) {
        if (state == State.AWAKE) {
            return;
        }
        if (reply instanceof Reply.Start) {
            state = State.BOOTING;
            due = nanos + AFTER_START.toNanos();
        } else if (state == State.LISTENING || state == State.BOOTING) {
            state = State.BOOTING;
            due = Math.max(due, nanos + AFTER_BANNER.toNanos());
        } else if (reply instanceof Reply.Busy) {
            // It has the greeting and is at work: more of them would only fill its receive buffer.
            due = nanos + WHILE_BUSY.toNanos();
        } else if (reply instanceof Reply.Resend || reply instanceof Reply.Fault) {
            refused = true;
        } else if (reply instanceof Reply.UnknownCommand) {
            stray = true;
        } else if (reply instanceof Reply.Ok) {
            answered(nanos);
        }
    }

    private void answered(long nanos) {
        if (refused) {
            refused = false;
            due = nanos;
        } else if (stray) {
            stray = false;
        } else {
            state = State.AWAKE;
        }
    }

    /** True if the greeting is to be written now. */
    boolean ask(long nanos) {
        if (state == State.AWAKE || nanos < due) {
            return false;
        }
        again = state == State.ASKED;
        state = State.ASKED;
        refused = false;
        stray = false;
        due = nanos + ANSWER.toNanos();
        return true;
    }

    /** True if the greeting was sent before: a half line may stand in the printer, end it first. */
    boolean again() {
        return again;
    }

    boolean awake() {
        return state == State.AWAKE;
    }

    long deadline() {
        return state == State.AWAKE ? Long.MAX_VALUE : due;
    }
}
