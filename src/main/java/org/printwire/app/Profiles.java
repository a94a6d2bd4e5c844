package org.printwire.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.printwire.config.PrinterProfile;
import org.printwire.config.ProfileLoader;
import org.printwire.marlin.FirmwareReport;

/** The profile of the printer that answers: the user's choice, else by what it says of itself. */
final class Profiles {

    /** No profile is known before the printer has answered; the slowest boards need this long. */
    private static final Duration UNKNOWN_BOOT = Duration.ofSeconds(20);

    private Profiles() {}

    static Duration bootLimit(Optional<PrinterProfile> named) {
        return named.map(PrinterProfile::bootLimit).orElse(UNKNOWN_BOOT);
    }

    static PrinterProfile choose(Optional<PrinterProfile> named, FirmwareReport firmware) {
        return named.orElseGet(() -> new ProfileLoader().match(firmware.fields().entrySet().stream()
                .map(Profiles::asReported).collect(Collectors.joining(" "))));
    }

    private static String asReported(Map.Entry<String, String> field) {
        return field.getKey() + ":" + field.getValue();
    }
}
