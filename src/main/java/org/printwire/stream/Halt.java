package org.printwire.stream;

import java.util.Optional;
import org.printwire.marlin.ErrorJoiner;
import org.printwire.marlin.FirmwareError;
import org.printwire.marlin.Reply;

/**
 * Whether the firmware stops by itself while somebody connects to it. After that it answers no line any more: Prusa MK3 3.14
 * only says {@code paused for user}, for ever, until somebody resets it (recorded).
 */
final class Halt {

    private ErrorJoiner errors = new ErrorJoiner();
    private boolean begun;
    private FirmwareError error;
    private long certain;

    /** The port has just been opened: what comes right after it may be from before the reset that this causes. */
    void opened(long nanos) {
        certain = nanos + Handshake.LISTEN.toNanos();
    }

    void heard(Reply reply, long nanos) {
        if (reply instanceof Reply.Start) {
            errors = new ErrorJoiner();
            begun = false;
            error = null;
            return;
        }
        begun |= reply instanceof Reply.Fault fault && (fault.kind() == Reply.Fault.Kind.THERMAL
                || fault.kind() == Reply.Fault.Kind.HALTED);
        errors.on(reply, nanos).ifPresent(this::told);
    }

    void tick(long nanos) {
        errors.due(nanos).ifPresent(this::told);
    }

    private void told(FirmwareError what) {
        if (what.fatal() && error == null) {
            error = what;
        }
    }

    /** It has stopped, though not all of its reasons may be here. */
    boolean begun() {
        return begun;
    }

    /** Why it has stopped, once that is certain. */
    Optional<FirmwareError> error(long nanos) {
        return nanos >= certain ? Optional.ofNullable(error) : Optional.empty();
    }

    long deadline() {
        return error != null ? certain : errors.deadlineNanos().orElse(Long.MAX_VALUE);
    }
}
