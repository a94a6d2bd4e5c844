package org.printwire.gcode;

import java.util.Optional;

/** Grows around the moves that print, until it is the {@link PrintArea} of a file. In mm. */
final class PrintBounds {
    private static final double MOST = 1e6;

    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double minZ = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;
    private double maxZ = Double.NEGATIVE_INFINITY;

    void point(double x, double y, double z) {
        // Comparisons with what is there; a point that changes nothing, as most do, writes nothing.
        if (x < minX) {
            minX = x;
        }
        if (x > maxX) {
            maxX = x;
        }
        if (y < minY) {
            minY = y;
        }
        if (y > maxY) {
            maxY = y;
        }
        if (z < minZ) {
            minZ = z;
        }
        if (z > maxZ) {
            maxZ = z;
        }
    }

    /** The outermost points of an arc; its ends are points of their own. Arcs lie in the XY plane. */
    void arc(Arc arc, double z) {
        for (int quarter = 0; quarter < 4; quarter++) {
            if (arc.passes(quarter)) {
                point(arc.x(quarter), arc.y(quarter), z);
            }
        }
    }

    /** Empty when nothing has printed, or at no place that can be. */
    Optional<PrintArea> area() {
        boolean possible = maxX - minX < MOST && maxY - minY < MOST && maxZ - minZ < MOST;
        return minX > maxX || !possible ? Optional.empty() : Optional.of(new PrintArea(rounded(minX), rounded(minY),
                rounded(minZ), rounded(maxX), rounded(maxY), rounded(maxZ)));
    }

    /** Sums of relative moves are not exact. */
    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
