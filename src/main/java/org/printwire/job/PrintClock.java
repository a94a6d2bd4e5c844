package org.printwire.job;

import java.time.Duration;
import java.time.Instant;
import org.printwire.event.Envelope;
import org.printwire.event.Event;

/**
 * How long a print has been printing, without its pauses, heating included.
 *
 * <p>It adds up the steps from one event to the next, by the wall times that envelopes carry: they have no others, and a
 * fold asks no clock. A wall clock may be set while a print runs (a Raspberry Pi has none of its own before it finds the
 * network), so a step back counts as none and one of more than {@link #LONGEST_STEP} as that; the event that ends the
 * print brings the true figure. One thread.
 */
final class PrintClock {

    /** Temperatures alone come every few seconds. */
    static final Duration LONGEST_STEP = Duration.ofMinutes(10);

    private Instant last;
    private boolean started;
    private boolean running;
    private boolean sawStart;
    private Duration printed = Duration.ZERO;
    private Duration paused = Duration.ZERO;

    /** Takes note of any event. */
    void on(Envelope envelope) {
        if (last != null && started) {
            Duration step = Duration.between(last, envelope.time());
            step = step.isNegative() ? Duration.ZERO : step.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : step;
            printed = running ? printed.plus(step) : printed;
            paused = running ? paused : paused.plus(step);
        }
        last = envelope.time();
        Event event = envelope.event();
        if (event instanceof Event.PrintStarted) {
            sawStart = true;
            started = true;
            running = true;
            printed = Duration.ZERO;
            paused = Duration.ZERO;
        } else if (event instanceof Event.PrintPaused) {
            started = true;
            running = false;
        } else if (event instanceof Event.PrintResumed) {
            // Without a start where the job was begun by a host that has died.
            started = true;
            running = true;
        } else if (event instanceof Event.PrintDone done) {
            end(done.seconds());
        } else if (event instanceof Event.PrintFailed failed) {
            end(failed.seconds());
        } else if (event instanceof Event.PrintCancelled cancelled) {
            end(cancelled.seconds());
        }
    }

    private void end(double seconds) {
        if (started) {
            Duration whole = Duration.ofNanos((long) (seconds * 1e9));
            printed = whole.compareTo(paused) > 0 ? whole.minus(paused) : Duration.ZERO;
        }
        started = false;
    }

    /** Whole seconds; while it runs, up to the last event. */
    long seconds() {
        return printed.toSeconds();
    }

    /** The same, to the nanosecond. */
    double printed() {
        return printed.toNanos() / 1e9;
    }

    /** Seconds of pauses. */
    double paused() {
        return paused.toNanos() / 1e9;
    }

    /** The start of the print was among the events. */
    boolean sawStart() {
        return sawStart;
    }

    /** When the last event was. */
    Instant now() {
        return last;
    }
}
