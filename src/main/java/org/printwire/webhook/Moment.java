package org.printwire.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.printwire.event.Event;
import org.printwire.time.Time;

/**
 * When to take the picture of an event. A line counts as done when the printer has taken it, up to 16 moves before the
 * nozzle gets there; so the picture of a report of progress or of a layer is taken when a layer has been made
 * ({@link Event.LayerDone}), but not later than {@link #MOST} after the event. Every other picture is taken at once.
 *
 * <p>Safe for several threads.
 */
final class Moment {

    /** So long a message may wait for the right moment. */
    static final Duration MOST = Duration.ofSeconds(5);

    private final Time time;
    private final List<Wait> waits = new ArrayList<>();
    private int layer;
    private int done;
    private boolean closed;

    Moment(Time time) {
        this.time = time;
    }

    /** Must hear every event, in order. */
    void on(Event event) {
        if (event instanceof Event.LayerChanged begun) {
            begins(begun.layer());
        } else if (event instanceof Event.LayerDone over) {
            release(over.layer());
        } else if (event instanceof Event.PrintStarted || event instanceof Event.PrintDone
                || event instanceof Event.PrintFailed || event instanceof Event.PrintCancelled
                || event instanceof Event.PrintPaused || event instanceof Event.Disconnected) {
            release(Integer.MAX_VALUE);
            begins(0);
        }
    }

    /** A picture of this event may have to wait. */
    boolean waits(Event event) {
        return event instanceof Event.ProgressChanged || event instanceof Event.LayerChanged || event instanceof Event.ZChanged;
    }

    /** Ends when the picture of an event that {@link #waits} is to be taken; on any thread. */
    CompletableFuture<Void> next() {
        Wait wait;
        synchronized (this) {
            if (layer == 0 || closed) {
                return CompletableFuture.completedFuture(null);
            }
            wait = new Wait(done < layer - 1 ? layer - 1 : layer, new CompletableFuture<>());
            waits.add(wait);
        }
        time.after(MOST, () -> expire(wait));
        return wait.end;
    }

    /** Nobody waits any longer. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        release(Integer.MAX_VALUE);
    }

    private synchronized void begins(int which) {
        layer = which;
        done = which == 0 ? 0 : done;
    }

    private void release(int madeLayer) {
        List<Wait> due = new ArrayList<>();
        synchronized (this) {
            done = Math.max(done, madeLayer == Integer.MAX_VALUE ? 0 : madeLayer);
            for (Iterator<Wait> each = waits.iterator(); each.hasNext(); ) {
                Wait wait = each.next();
                if (wait.layer <= madeLayer) {
                    each.remove();
                    due.add(wait);
                }
            }
        }
        due.forEach(wait -> wait.end.complete(null));
    }

    private void expire(Wait wait) {
        synchronized (this) {
            waits.remove(wait);
        }
        wait.end.complete(null);
    }

    private record Wait(int layer, CompletableFuture<Void> end) {}
}
