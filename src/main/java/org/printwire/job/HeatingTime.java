package org.printwire.job;

import java.time.Duration;
import java.time.Instant;
import org.printwire.event.Envelope;
import org.printwire.event.Event;

/**
 * How long a heater was below its target from the start of a print to its first layer, by the temperatures that were
 * told. One thread.
 */
final class HeatingTime {

    /** °C. Firmware goes on some degrees before the target: Marlin's hysteresis is 3 to 5, Prusa's 5. */
    private static final double NEAR = 3;

    private boolean counts;
    private boolean known;
    private Instant since;
    private Duration heated = Duration.ZERO;

    /** Takes note of any event. */
    void on(Envelope envelope) {
        Event event = envelope.event();
        if (event instanceof Event.PrintStarted) {
            counts = true;
            known = false;
            since = null;
            heated = Duration.ZERO;
        } else if (counts && (event instanceof Event.LayerChanged || event instanceof Event.PrintDone
                || event instanceof Event.PrintFailed || event instanceof Event.PrintCancelled)) {
            until(envelope.time());
            counts = false;
        } else if (counts && event instanceof Event.TemperaturesReported told) {
            until(envelope.time());
            known |= told.sensors().values().stream().anyMatch(each -> each.target() != null);
            since = told.sensors().values().stream().anyMatch(HeatingTime::heats) ? envelope.time() : null;
        }
    }

    private void until(Instant now) {
        if (since != null) {
            Duration step = Duration.between(since, now);
            boolean sane = !step.isNegative() && step.compareTo(PrintClock.LONGEST_STEP) <= 0;
            heated = sane ? heated.plus(step) : heated;
            since = null;
        }
    }

    private static boolean heats(Event.Temperature sensor) {
        return sensor.target() != null && sensor.target() > 0 && sensor.actual() < sensor.target() - NEAR;
    }

    /** Null while no target was told. */
    Double seconds() {
        return known ? Double.valueOf(heated.toMillis() / 1e3) : null;
    }
}
