package org.printwire.gcode;

/** Where the commands so far bring the head and the filament, in mm; the part of {@link LayerTracker} that knows G-code. */
final class HeadPosition {
    private static final int G0 = GcodeWord.code('G', 0);
    private static final int G1 = GcodeWord.code('G', 1);
    private static final int G2 = GcodeWord.code('G', 2);
    private static final int G3 = GcodeWord.code('G', 3);
    private static final int G20 = GcodeWord.code('G', 20);
    private static final int G21 = GcodeWord.code('G', 21);
    private static final int G28 = GcodeWord.code('G', 28);
    private static final int G90 = GcodeWord.code('G', 90);
    private static final int G91 = GcodeWord.code('G', 91);
    private static final int G92 = GcodeWord.code('G', 92);
    private static final int M82 = GcodeWord.code('M', 82);
    private static final int M83 = GcodeWord.code('M', 83);
    private static final double INCH = 25.4;
    private static final double STILL = 1e-6;

    private double x;
    private double y;
    private double z;
    private double e;
    private double unit = 1;
    private boolean relative;
    private boolean relativeE;
    private boolean climbing;
    private final PrintBounds bounds;

    /** @param bounds grows with what is printed; null: nobody asks */
    HeadPosition(PrintBounds bounds) {
        this.bounds = bounds;
    }

    /** Takes the next command; true when it is a move that goes sideways and pushes filament. */
    boolean follow(String text) {
        int code = GcodeWord.code(text);
        if (code == G1 || code == G0) {
            return move(text, false, false);
        } else if (code == G2 || code == G3) {
            return move(text, true, code == G2);
        } else if (code == G92) {
            set(text);
        } else if (code == G28) {
            home(text);
        } else if (code == G90 || code == G91) {
            relative = code == G91;
        } else if (code == M82 || code == M83) {
            relativeE = code == M83;
        } else if (code == G20 || code == G21) {
            unit = code == G20 ? INCH : 1;
        }
        return false;
    }

    double z() {
        return z;
    }

    /** True when the last move changed Z. */
    boolean climbing() {
        return climbing;
    }

    private boolean move(String text, boolean arc, boolean clockwise) {
        double toX = target(text, 'X', x, relative);
        double toY = target(text, 'Y', y, relative);
        double toZ = target(text, 'Z', z, relative);
        double toE = target(text, 'E', e, relativeE);
        // A full circle ends where it began.
        boolean sideways = arc || Math.abs(toX - x) > STILL || Math.abs(toY - y) > STILL;
        boolean pushes = toE - e > STILL;
        climbing = Math.abs(toZ - z) > STILL;
        if (bounds != null && sideways && pushes) {
            bounds.point(x, y, z);
            bounds.point(toX, toY, toZ);
            if (arc) {
                bounds.arc(Arc.of(text, x, y, toX, toY, clockwise, unit), toZ);
            }
        }
        x = toX;
        y = toY;
        z = toZ;
        e = toE;
        return sideways && pushes;
    }

    private double target(String text, char axis, double from, boolean relativeAxis) {
        double value = GcodeWord.value(text, axis, Double.NaN) * unit;
        return Double.isNaN(value) ? from : relativeAxis ? from + value : value;
    }

    private void set(String text) {
        x = target(text, 'X', x, false);
        y = target(text, 'Y', y, false);
        z = target(text, 'Z', z, false);
        e = target(text, 'E', e, false);
    }

    private void home(String text) {
        boolean all = !GcodeWord.has(text, 'X') && !GcodeWord.has(text, 'Y') && !GcodeWord.has(text, 'Z');
        x = all || GcodeWord.has(text, 'X') ? 0 : x;
        y = all || GcodeWord.has(text, 'Y') ? 0 : y;
        z = all || GcodeWord.has(text, 'Z') ? 0 : z;
    }
}
