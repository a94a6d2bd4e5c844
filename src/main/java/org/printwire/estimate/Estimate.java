package org.printwire.estimate;

/**
 * How long a file takes. Seconds; a slicer's own figure is to be compared with {@code moving} and {@code dwelling}: none
 * counts heating, and PrusaSlicer, Cura and Slic3r count neither homing nor levelling.
 *
 * @param moving   the moves
 * @param dwelling G4
 * @param heating  waits for temperatures, by {@link Waits}
 * @param homing   G28, G29 and G80, by {@link Waits}
 * @param changing changes of tool, by {@link Waits}; M600 and pauses count 0: they take as long as the user lets them
 * @param table    the seconds to the end of each command, all of the above together
 */
public record Estimate(double moving, double dwelling, double heating, double homing, double changing, TimeTable table) {

    /** All together. */
    public double seconds() {
        return moving + dwelling + heating + homing + changing;
    }
}
