package org.printwire.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.printwire.event.Event;

/**
 * Sees to it that a command of the host's own is written down before it goes out ({@link Action.Keep}). Lines of the file
 * never wait here.
 */
final class Keeping {

    /** A disk that hangs must not hold the print for longer. */
    static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long NEVER = Long.MAX_VALUE;

    private final boolean wanted;
    private final List<Action> actions;
    private boolean waits = true;
    private long asked;
    private long kept;
    private long deadline = NEVER;

    /** @param actions what is to be done is added here */
    Keeping(boolean wanted, List<Action> actions) {
        this.wanted = wanted;
        this.actions = actions;
    }

    /** These are written down already: they were by the host that died. */
    void keptBefore(long number) {
        asked = number;
        kept = number;
    }

    /**
     * True if the first of these may go out. They are written down together, as they will follow each other.
     *
     * @param number the number that the first gets
     */
    boolean mayGo(Collection<OwnLine> own, long number, long nanos) {
        if (!wanted) {
            return true;
        }
        if (number > asked) {
            asked = number - 1;
            own.forEach(each -> actions.add(new Action.Keep(new Insertion(++asked, each.line().text(), each.purpose()))));
            deadline = waits ? nanos + LIMIT.toNanos() : NEVER;
        }
        return !waits || number <= kept;
    }

    /** All up to this number are on the disk, or will never be. */
    void kept(long number) {
        kept = Math.max(kept, number);
        if (kept >= asked) {
            deadline = NEVER;
        }
    }

    void tick(long nanos) {
        if (nanos >= deadline) {
            waits = false;
            deadline = NEVER;
            actions.add(new Action.Publish(new Event.Notice(Event.NoticeSource.WARNING, "the disk takes longer than "
                    + LIMIT.toSeconds() + " s to write: the print goes on, but can perhaps not be resumed if this computer"
                    + " or printwire dies")));
        }
    }

    long deadline() {
        return deadline;
    }
}
