package org.printwire.webhook.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters' values of a print, as {@code JobView} gives them. */
public final class PrintValues {

    private PrintValues() {}

    /** In the middle of it. */
    public static Map<String, Object> printing(String file) {
        return map(
                "state", map("text", "Printing", "flags", map("operational", true, "printing", true, "error", false),
                        "error", ""),
                "job", map("file", map("name", file, "path", "/home/pi/" + file, "display", file, "origin", "local",
                        "size", 648802, "date", 1764000000), "estimatedPrintTime", 5400.5, "averagePrintTime", null,
                        "lastPrintTime", null, "filament", map("tool0", map("length", 3210.5, "volume", 7.72)),
                        "user", null),
                "progress", map("completion", 34.567, "filepos", 226000L, "printTime", 1742L, "printTimeLeft", 3300L,
                        "printTimeLeftOrigin", "printer"),
                "currentZ", 2.4,
                "offsets", map(),
                "meta", map("hash", null, "analysis", map("dimensions", map("width", 50.0, "depth", 50.0, "height", 20.0),
                        "estimatedPrintTime", 5400.5), "statistics", map(), "history", List.of()),
                "temperatures", map("tool0", map("actual", 214.8, "target", 215.0),
                        "bed", map("actual", 60.1, "target", 60.0)),
                "eta", "2026-11-23T19:25:05Z",
                "printer", map("profile", "prusa-mk3s", "firmware", "Prusa-Firmware 3.14.0", "machine", "Prusa i3 MK3S",
                        "port", "/dev/ttyACM0", "baud", 115200));
    }

    /** Nothing is known yet. */
    public static Map<String, Object> unknown() {
        return map(
                "state", map("text", "Offline", "flags", map("operational", false), "error", ""),
                "job", map("file", map("name", null, "path", null, "display", null, "origin", null, "size", null,
                        "date", null), "estimatedPrintTime", null, "averagePrintTime", null, "lastPrintTime", null,
                        "filament", null, "user", null),
                "progress", map("completion", null, "filepos", null, "printTime", null, "printTimeLeft", null,
                        "printTimeLeftOrigin", null),
                "currentZ", null,
                "offsets", map(),
                "meta", map(),
                "temperatures", map(),
                "eta", null,
                "printer", map("profile", null, "firmware", null, "machine", null, "port", null, "baud", null));
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
