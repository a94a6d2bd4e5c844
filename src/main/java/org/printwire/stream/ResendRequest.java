package org.printwire.stream;

import java.time.Duration;
import org.printwire.marlin.Reply;

/**
 * A request for a line that is not acted on yet: firmware says {@code Error:…}, {@code Resend: n} and {@code ok}, and
 * only with the {@code ok} has it emptied its receive buffer (Prusa MK3 3.14, Marlin 2.1).
 */
final class ResendRequest {

    /** A request whose {@code ok} does not come is acted on after this time: some firmware never sends it. */
    static final Duration OK_LIMIT = Duration.ofMillis(500);
    /** Stands for a number that could not be read. */
    static final long UNKNOWN = -1;

    private boolean open;
    private long deadline = Long.MAX_VALUE;
    private long number = UNKNOWN;
    private Reply.Fault.Kind cause;

    /** The refusal names the last line taken, so the wanted one is known even if the request gets lost. */
    void refused(Reply.Fault refusal, long nanos) {
        cause = refusal.kind();
        open(refusal.lastLine().isPresent() ? agreed(refusal.lastLine().getAsLong() + 1) : number, nanos);
    }

    void asked(Reply.Resend request, long nanos) {
        open(request.lineNumber().isPresent() ? agreed(request.lineNumber().getAsLong()) : number, nanos);
    }

    /** An error text was garbled: if a request follows, it was a refusal. */
    void hint(Reply.Fault.Kind kind) {
        cause = kind;
    }

    /** An ordinary answer came: what was said before has nothing to do with the next request. */
    void forgetCause() {
        if (!open) {
            cause = null;
        }
    }

    boolean open() {
        return open;
    }

    /** When it is acted on at the latest. */
    long deadline() {
        return deadline;
    }

    /** The line the printer wants, or {@link #UNKNOWN}. */
    long number() {
        return number;
    }

    /** Why a line was refused; null: the printer gave no reason, or nothing was refused. */
    Reply.Fault.Kind cause() {
        return cause;
    }

    void close() {
        open = false;
        deadline = Long.MAX_VALUE;
        number = UNKNOWN;
        cause = null;
    }

    /** Error and request name the same line, or one of them is garbled: then neither is believed. */
    private long agreed(long wanted) {
        return open && number != UNKNOWN && number != wanted ? UNKNOWN : wanted;
    }

    private void open(long wanted, long nanos) {
        number = wanted;
        open = true;
        deadline = nanos + OK_LIMIT.toNanos();
    }
}
