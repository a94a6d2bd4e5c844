package org.printwire.stream;

import java.util.Map;
import java.util.Optional;
import org.printwire.event.Event;
import org.printwire.marlin.FirmwareReport;

/**
 * The printer that a job was begun on.
 *
 * @param identified what it said of itself, with the profile in use
 * @param uuid       {@code UUID} of its M115 answer, empty if it has none
 */
public record KnownPrinter(Event.FirmwareIdentified identified, String uuid) {

    /** As it answered M115. */
    public static KnownPrinter of(FirmwareReport report, String profile, Map<String, Boolean> capabilities) {
        return new KnownPrinter(new Event.FirmwareIdentified(report.firmware(), report.machine(), profile, capabilities),
                report.fields().getOrDefault("UUID", ""));
    }

    /** In what the printer that answers now differs, for people; empty: it is the same one, as far as can be told. */
    Optional<String> difference(FirmwareReport now) {
        String there = now.fields().getOrDefault("UUID", "");
        if (!now.machine().equals(identified.machine())) {
            return Optional.of("it is a " + now.machine() + ", and the job was begun on a " + identified.machine());
        }
        if (!now.firmware().equals(identified.firmware())) {
            return Optional.of("its firmware is " + now.firmware() + ", and the job was begun on " + identified.firmware());
        }
        if (!there.equals(uuid)) {
            return Optional.of("its UUID is " + there + ", and the job was begun on " + uuid);
        }
        return Optional.empty();
    }

    /** It reports temperatures by itself, once it is told to (M155). */
    boolean reports() {
        return identified.capabilities().getOrDefault("AUTOREPORT_TEMP", false);
    }
}
