package org.printwire.gcode;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers how fast a slicer thinks the printer may move: the {@code machine_max_...} settings of PrusaSlicer, SuperSlicer,
 * OrcaSlicer and Bambu Studio. They count by them whether they write them to the file as M201 to M205 or not.
 */
final class SlicerMotion {
    private static final String LIMIT = "machine_max_";

    private final Map<String, Double> limits = new LinkedHashMap<>();
    private String flavor = "";

    /** Takes a line that is nothing but a comment, from behind its semicolon on. */
    void comment(String text) {
        String line = text.strip();
        if (line.startsWith("FLAVOR:")) {
            flavor(line.substring("FLAVOR:".length()));
        } else if (line.startsWith("gcode_flavor =")) {
            flavor(line.substring("gcode_flavor =".length()));
        } else if (line.startsWith(LIMIT)) {
            int equals = line.indexOf(" = ");
            // The first of two is for normal mode, the second for silent mode. Orca calls a feedrate a speed.
            if (equals > 0 && Decimal.startsAt(line, equals + 3)) {
                limits.putIfAbsent(line.substring(LIMIT.length(), equals).replace("speed_", "feedrate_"),
                        Decimal.parse(line, equals + 3));
            }
        }
    }

    private void flavor(String named) {
        flavor = flavor.isEmpty() ? named.strip().toLowerCase(Locale.ROOT) : flavor;
    }

    Optional<String> flavor() {
        return flavor.isEmpty() ? Optional.empty() : Optional.of(flavor);
    }

    /** {@code acceleration_x} and its like; mm/s and mm/s². */
    Map<String, Double> limits() {
        if (flavor.equals("marlin") && limits.containsKey("acceleration_extruding")) {
            // The older Marlin has one acceleration for printing and travel, and PrusaSlicer counts so (GCodeProcessor.cpp).
            limits.put("acceleration_travel", limits.get("acceleration_extruding"));
        }
        return limits;
    }
}
