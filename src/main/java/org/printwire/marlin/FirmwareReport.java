package org.printwire.marlin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code KEY:value} pairs of an M115 answer, keys in upper case, values without surrounding blanks. */
public record FirmwareReport(Map<String, String> fields) {

    public FirmwareReport {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** {@code FIRMWARE_NAME}, or {@code NAME} as Malyan firmware says it, or "unknown firmware". */
    public String firmware() {
        return fields.getOrDefault("FIRMWARE_NAME", fields.getOrDefault("NAME", "unknown firmware"));
    }

    /** {@code MACHINE_TYPE}, or "unknown printer". */
    public String machine() {
        return fields.getOrDefault("MACHINE_TYPE", "unknown printer");
    }
}
