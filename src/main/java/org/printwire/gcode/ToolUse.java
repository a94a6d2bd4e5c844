package org.printwire.gcode;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one tool takes of its filament.
 *
 * @param tool              from 0
 * @param millimetres       counted from the moves: the high-water mark of E, purge lines included; 0 when none
 * @param slicerMillimetres as the slicer states it, as are grams and cost (in the user's money)
 */
public record ToolUse(int tool, double millimetres, OptionalDouble slicerMillimetres, OptionalDouble slicerGrams,
                      OptionalDouble slicerCost) {
    private static final double RADIUS_MM = 1.75 / 2;

    /**
     * Puts what was counted beside what the slicer says.
     *
     * @param counted by tool
     * @param stated  grams and costs of {@code settings} are in the order of these
     */
    static List<ToolUse> all(double[] counted, List<Filament> stated, SlicerSettings settings) {
        SortedMap<Integer, ToolUse> uses = new TreeMap<>();
        for (int tool = 0; tool < counted.length; tool++) {
            if (counted[tool] > 0) {
                uses.put(tool, new ToolUse(tool, counted[tool], OptionalDouble.empty(), OptionalDouble.empty(),
                        OptionalDouble.empty()));
            }
        }
        for (int i = 0; i < stated.size(); i++) {
            int tool = stated.get(i).tool();
            uses.put(tool, new ToolUse(tool, tool < counted.length ? counted[tool] : 0, stated.get(i).length(),
                    at(settings.grams(), i), at(settings.costs(), i)));
        }
        return List.copyOf(uses.values());
    }

    private static OptionalDouble at(List<Double> values, int index) {
        return index < values.size() ? OptionalDouble.of(values.get(index)) : OptionalDouble.empty();
    }

    /** The volume of the counted length in filament of 1.75 mm. */
    public double cubicCentimetres() {
        return millimetres * Math.PI * RADIUS_MM * RADIUS_MM / 1000;
    }
}
