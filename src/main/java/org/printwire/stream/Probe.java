package org.printwire.stream;

import java.time.Duration;
import org.printwire.marlin.Frame;
import org.printwire.marlin.WireCode;

/**
 * A question to a printer whose answer is missing: a line with a number that is never right. The printer executes nothing
 * and names the line it wants. It takes 7 bytes of a receive buffer that may be full of what the printer has not read.
 */
final class Probe {

    static final Frame FRAME = Frame.numbered(0, "");
    /**
     * How long its answer is waited for, once the line that was asked after is answered, before anything else goes out. It
     * comes with a flush of the printer's receive buffer, and Marlin 2.1 executes what is left of a line whose number was
     * flushed (recorded: it takes a line with a checksum and no number).
     */
    static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long NEVER = Long.MAX_VALUE;

    private boolean wanted;
    private boolean out;
    private long deadline = NEVER;

    /** It is to go out next. */
    void want() {
        wanted = true;
    }

    /** It is not needed any more, if it has not gone out. */
    void forget() {
        wanted = false;
    }

    boolean wanted() {
        return wanted;
    }

    /** The question, which counts as sent. */
    Action.Send send(WireCode code) {
        wanted = false;
        out = true;
        deadline = NEVER;
        return new Action.Send(FRAME, code.encode(FRAME, true), true, true);
    }

    /** True while it is out and not answered. */
    boolean out() {
        return out;
    }

    /** The line asked after is answered: the printer reads again, so this one's answer comes soon or never. */
    void overtaken(long nanos) {
        if (out) {
            deadline = nanos + LIMIT.toNanos();
        }
    }

    long deadline() {
        return deadline;
    }

    /** It was answered, or its time is over. */
    void close() {
        out = false;
        deadline = NEVER;
    }
}
