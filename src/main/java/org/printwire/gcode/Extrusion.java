package org.printwire.gcode;

import java.util.Arrays;

/**
 * How much filament has gone forward, tool by tool, in mm: the high-water mark of E, so that a retraction and its return
 * count for nothing and G92 neither. A state without clock or thread.
 */
final class Extrusion {
    static final int MOST_TOOLS = 64;
    private static final double EXACT = 1e4;

    private final double[] net = new double[MOST_TOOLS];
    private final double[] high = new double[MOST_TOOLS];
    private int tool;
    /** Of the tool in use. */
    private double netNow;
    private double highNow;

    void tool(int number) {
        if (number >= 0 && number < MOST_TOOLS) {
            keep();
            tool = number;
            netNow = net[number];
            highNow = high[number];
        }
    }

    private void keep() {
        net[tool] = netNow;
        high[tool] = highNow;
    }

    void push(double millimetres) {
        netNow += millimetres;
        if (netNow > highNow) {
            highNow = netNow;
        }
    }

    /** By tool, to a ten-thousandth; as long as the highest tool that has pushed filament. */
    double[] millimetres() {
        keep();
        int count = MOST_TOOLS;
        while (count > 0 && high[count - 1] == 0) {
            count--;
        }
        return Arrays.stream(high).limit(count).map(value -> Math.round(value * EXACT) / EXACT).toArray();
    }
}
