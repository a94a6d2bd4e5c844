package org.printwire.marlin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.printwire.marlin.Reply.Capability;

/** {@code Cap:NAME:1} and {@code Cap:NAME:0}, one a line or several behind each other. */
final class CapabilityParser {

    private static final Prefix CAP = new Prefix("Cap:");

    private CapabilityParser() {}

    static Optional<Capability> read(String text) {
        if (!CAP.begins(text)) {
            return Optional.empty();
        }
        String said = CAP.cutFrom(text);
        int colon = said.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        return switch (said.substring(colon + 1).strip()) {
            case "1" -> Optional.of(new Capability(said.substring(0, colon), true));
            case "0" -> Optional.of(new Capability(said.substring(0, colon), false));
            default -> Optional.empty();
        };
    }

    /** All capabilities of a text that begins with one; what cannot be read is left out. */
    static Map<String, Boolean> all(String text) {
        Map<String, Boolean> capabilities = new LinkedHashMap<>();
        for (String each : text.split("(?=Cap:)", -1)) {
            read(each.strip()).ifPresent(capability -> capabilities.put(capability.name(), capability.on()));
        }
        return capabilities;
    }
}
