package org.printwire.estimate;

import java.util.List;
import org.printwire.gcode.MadeFor;

/**
 * How fast a printer may move, until the file says otherwise (M201, M203, M204, M205). Four figures are for X, Y, Z, E.
 *
 * @param feedrate          mm/s by axis (M203)
 * @param acceleration      mm/s² by axis (M201)
 * @param printing          mm/s², a move that pushes or pulls filament (M204 P)
 * @param retracting        mm/s², filament alone (M204 R)
 * @param travel            mm/s², a move without filament (M204 T)
 * @param jerk              mm/s by axis: the change of speed that needs no ramp (M205)
 * @param junctionDeviation mm, Marlin 2's other rule for corners (M205 J); 0: jerk counts
 */
public record Limits(List<Double> feedrate, List<Double> acceleration, double printing, double retracting,
        double travel, List<Double> jerk, double junctionDeviation) {

    /**
     * Prusa-Firmware MK3 3.14, Firmware/variants/MK3S.h: DEFAULT_MAX_FEEDRATE, DEFAULT_MAX_ACCELERATION (normal mode),
     * DEFAULT_ACCELERATION and its two kin; jerk from PrusaSlicer's profile of it (machine_max_jerk_x, ...), which its start
     * code sets by M205.
     */
    public static final Limits PRUSA_MK3S = new Limits(List.of(200.0, 200.0, 12.0, 120.0),
            List.of(1000.0, 1000.0, 200.0, 5000.0), 1250, 1250, 1250, List.of(8.0, 8.0, 0.4, 4.5), 0);

    /**
     * Creality's Ender-3 as PrusaSlicer 2.5's profile of it has it (machine_max_..., at the end of each file); Cura's
     * creality_base.def.json sets the same by its start code, but for E 50 mm/s. It may differ from one firmware to the next.
     */
    public static final Limits ENDER_3 = new Limits(List.of(500.0, 500.0, 10.0, 60.0),
            List.of(500.0, 500.0, 100.0, 5000.0), 500, 1000, 500, List.of(8.0, 8.0, 0.4, 5.0), 0);

    /**
     * Marlin 2.1, config/default/Configuration.h, which has junction deviation (JUNCTION_DEVIATION_MM) and no classic jerk:
     * for a printer of which nothing else is known. The jerk is what that file has for whoever switches it on.
     */
    public static final Limits MARLIN = new Limits(List.of(300.0, 300.0, 5.0, 25.0),
            List.of(3000.0, 3000.0, 100.0, 10_000.0), 3000, 3000, 3000, List.of(10.0, 10.0, 0.3, 5.0), 0.013);

    public Limits {
        feedrate = four(feedrate);
        acceleration = four(acceleration);
        jerk = four(jerk);
    }

    /** The same, but for what a file's slicer states; where it states jerk, that counts. */
    Limits stated(MadeFor file) {
        return new Limits(file.axes("feedrate").orElse(feedrate), file.axes("acceleration").orElse(acceleration),
                file.limit("acceleration_extruding").orElse(printing), file.limit("acceleration_retracting").orElse(retracting),
                file.limit("acceleration_travel").orElse(travel), file.axes("jerk").orElse(jerk),
                file.axes("jerk").isPresent() ? file.limit("junction_deviation").orElse(0) : junctionDeviation);
    }

    private static List<Double> four(List<Double> axes) {
        if (axes.size() != 4) {
            throw new IllegalArgumentException("four axes wanted, X Y Z E, not " + axes);
        }
        return List.copyOf(axes);
    }
}
