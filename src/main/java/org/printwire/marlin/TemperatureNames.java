package org.printwire.marlin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.printwire.marlin.TemperatureReport.Reading;

/**
 * What the sensors of a report are called. {@code T} is the tool in use; which that is, the report does not always
 * say, so the caller does. Pure functions, order of the report kept.
 */
public final class TemperatureNames {

    private TemperatureNames() {}

    /**
     * The readings with {@code T} given its number. With {@code T} alone it is the current tool's; beside {@code T1}
     * and no {@code T0} it is T0's (Smoothie); beside others it is a repetition, unless the current tool is missing.
     *
     * @param tool the current tool, from 0
     */
    public static Map<String, Reading> canonical(TemperatureReport report, int tool) {
        Map<String, Reading> given = report.readings();
        if (!given.containsKey("T")) {
            return given;
        }
        boolean numbered = given.keySet().stream().anyMatch(name -> tool(name) && name.length() > 1);
        String active = numbered && !given.containsKey("T0") ? "T0" : "T" + tool;
        Map<String, Reading> canonical = new LinkedHashMap<>();
        given.forEach((name, reading) -> {
            if (!name.equals("T")) {
                canonical.put(name, reading);
            } else if (!given.containsKey(active)) {
                canonical.put(active, reading);
            }
        });
        return canonical;
    }

    /**
     * The readings by sensor name: {@code tool0}, {@code tool1}, {@code bed}, {@code chamber}, others as the firmware
     * names them. Without {@code E} and {@code W} of a heating line ({@code T:26.0 E:0 W:?}): they are the extruder's
     * number and the seconds left to wait.
     */
    public static Map<String, Reading> sensors(TemperatureReport report, int tool) {
        Map<String, Reading> sensors = new LinkedHashMap<>();
        canonical(report, tool).forEach((name, reading) -> {
            if (!name.equals("E") && !name.equals("W")) {
                sensors.put(sensor(name), reading);
            }
        });
        return sensors;
    }

    /** The sensor that a name of the firmware stands for. */
    public static String sensor(String name) {
        if (tool(name)) {
            return "tool" + (name.length() == 1 ? "0" : name.substring(1));
        }
        return switch (name) {
            case "B" -> "bed";
            case "C" -> "chamber";
            default -> name;
        };
    }

    /** {@code T} or {@code T} and a number. */
    static boolean tool(String name) {
        return name.startsWith("T") && name.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }
}
