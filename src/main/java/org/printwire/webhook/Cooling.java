package org.printwire.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.printwire.config.WebhookSection.CooledDown;
import org.printwire.event.Event;
import org.printwire.event.Event.Temperature;

/**
 * Sees a printer cool down after a print. Of several nozzles the hottest counts. A heater that the printer does not
 * report is not waited for.
 *
 * <p>One thread, but for {@link #isAwaited}.
 */
final class Cooling {

    private static final String BED = "bed";
    private static final String NOZZLE = "tool";

    private final CooledDown limits;
    private boolean over;
    private volatile boolean told;

    Cooling(CooledDown limits) {
        this.limits = limits;
    }

    /** Whoever prints is not to leave before the printer is cool. Any thread. */
    boolean isAwaited() {
        return !told;
    }

    /** The temperatures, with the first report after a print in which each is below its limit. */
    Optional<Map<String, Object>> on(Event event) {
        if (event instanceof Event.PrintStarted) {
            over = false;
            told = false;
        } else if (event instanceof Event.PrintDone || event instanceof Event.PrintFailed
                || event instanceof Event.PrintCancelled) {
            over = true;
        } else if (over && !told && event instanceof Event.TemperaturesReported report && cool(report)) {
            told = true;
            return Optional.of(extra(report));
        }
        return Optional.empty();
    }

    private boolean cool(Event.TemperaturesReported report) {
        return report.sensors().entrySet().stream().allMatch(sensor -> {
            Double limit = limit(sensor.getKey());
            return limit == null || sensor.getValue().actual() < limit;
        });
    }

    private Double limit(String sensor) {
        return sensor.equals(BED) ? limits.bed() : sensor.startsWith(NOZZLE) ? limits.nozzle() : null;
    }

    private Map<String, Object> extra(Event.TemperaturesReported report) {
        Map<String, Object> extra = new LinkedHashMap<>();
        for (Map.Entry<String, Temperature> sensor : report.sensors().entrySet()) {
            if (sensor.getKey().equals(BED) || sensor.getKey().startsWith(NOZZLE)) {
                extra.put(sensor.getKey(), sensor.getValue().actual());
            }
        }
        return extra;
    }
}
