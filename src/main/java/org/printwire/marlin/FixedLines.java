package org.printwire.marlin;

import java.util.Map;
import java.util.Optional;
import org.printwire.marlin.Reply.ReceiveLoss;

/**
 * Lines that are always the same. Short ones must match exactly; the two receive losses, after which no Resend comes
 * to the rescue, may be damaged in one place.
 */
final class FixedLines {

    private static final String TIMEOUT = "RX timeout";
    private static final String OVERFLOW = "Full RX Buffer";

    private static final Map<String, Reply> EXACT = Map.of(
            "wait", new Reply.Wait(),
            "start", new Reply.Start(),
            "echo:start", new Reply.Start(),
            "INT4", new Reply.PowerPanic(),
            "echo:Move aborted", new Reply.MoveAborted());

    private FixedLines() {}

    static Optional<Reply> read(String text) {
        Reply exact = EXACT.get(text);
        if (exact != null) {
            return Optional.of(exact);
        }
        if (Likeness.within(1, TIMEOUT, text)) {
            return Optional.of(new ReceiveLoss(ReceiveLoss.Kind.TIMEOUT));
        }
        if (Likeness.within(1, OVERFLOW, text)) {
            return Optional.of(new ReceiveLoss(ReceiveLoss.Kind.OVERFLOW));
        }
        return Optional.empty();
    }
}
