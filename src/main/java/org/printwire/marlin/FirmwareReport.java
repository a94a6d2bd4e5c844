package org.printwire.marlin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code KEY:value} pairs of an M115 answer, keys in upper case, values without surrounding blanks. */
public record FirmwareReport(Map<String, String> fields) {

    /** Not Prusa-Firmware-Buddy, which is another firmware. */
    private static final Pattern PRUSA = Pattern.compile("Prusa-Firmware (\\d{1,4})\\.(\\d{1,4})\\b.*");

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

    /** True for Prusa-Firmware (MK2.5 to MK3S) of this version or a later one. */
    public boolean prusaSince(int major, int minor) {
        Matcher version = PRUSA.matcher(firmware());
        if (!version.matches()) {
            return false;
        }
        int found = Integer.parseInt(version.group(1));
        return found > major || found == major && Integer.parseInt(version.group(2)) >= minor;
    }
}
