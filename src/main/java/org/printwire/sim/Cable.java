package org.printwire.sim;

/**
 * The USB cable, and what the line DTR does to the board: its rise at an open resets it. The first open after plugging
 * in always raises it; a later one only if it fell when the host before closed the port (HUPCL on).
 */
final class Cable {
    /** What the next open does to the board. */
    private enum NextOpen { RAISES, CHANGES_NOTHING, RESETS }

    private final boolean resetsOnOpen;
    private boolean out;
    private NextOpen next = NextOpen.RAISES;
    private NextOpen whenBack = NextOpen.RAISES;
    private long backNanos = Board.NEVER;

    /** @param resetsOnOpen whether DTR is wired to the reset at all */
    Cable(boolean resetsOnOpen) {
        this.resetsOnOpen = resetsOnOpen;
    }

    boolean out() {
        return out;
    }

    /** The cable is pulled until somebody plugs it in. */
    void pull() {
        out = true;
        backNanos = Board.NEVER;
        whenBack = NextOpen.RAISES;
    }

    /** The cable is pulled as a fault says. */
    void pull(Fault.UnplugAt fault, long nanos) {
        pull();
        if (!fault.span().isZero()) {
            backNanos = nanos + fault.span().toNanos();
            whenBack = fault.resets() ? NextOpen.RESETS : NextOpen.CHANGES_NOTHING;
        }
    }

    /** When the cable comes back by itself; {@code Long.MAX_VALUE}: it is in, or never. */
    long backNanos() {
        return backNanos;
    }

    void plugIn() {
        if (out) {
            out = false;
            backNanos = Board.NEVER;
            next = whenBack;
        }
    }

    /** The host opens the port. @return whether that resets the board */
    boolean opened() {
        plugIn();
        NextOpen now = next;
        next = NextOpen.RAISES;
        return now == NextOpen.RESETS || now == NextOpen.RAISES && resetsOnOpen;
    }

    /** The host closes the port, or dies. @param hangsUp whether DTR falls */
    void closed(boolean hangsUp) {
        if (!out) {
            next = hangsUp ? NextOpen.RAISES : NextOpen.CHANGES_NOTHING;
        }
    }
}
