package org.printwire.gcode;

/** Where the commands so far bring the head and the filament, in mm; the part of {@link LayerTracker} that knows G-code. */
final class HeadPosition {
    private static final int G0 = GcodeWord.code('G', 0);
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
    private boolean objects;
    private final MoveWords words = new MoveWords();
    private final PrintBounds bounds;
    private final PrintBounds objectBounds = new PrintBounds();
    private final Extrusion extrusion = new Extrusion();

    /** @param bounds grows with what is printed; null: nobody asks */
    HeadPosition(PrintBounds bounds) {
        this.bounds = bounds;
    }

    /** Takes the next command; true when it is a move that goes sideways and pushes filament. */
    boolean follow(String text) {
        int code = GcodeWord.code(text);
        if (code >= G0 && code <= G3 && (code & 0xFF) == 0) {
            words.read(code - G0 >>> 8, text);
            return move(words);
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

    /** What the filament has done so far. */
    Extrusion extrusion() {
        return extrusion;
    }

    /** The box around what has printed since {@link #objectsBegin()}. */
    PrintBounds objectBounds() {
        return objectBounds;
    }

    /** What prints from here on is the object, not a purge line. */
    void objectsBegin() {
        objects = true;
    }

    /** Takes a move; see {@link #follow}. */
    boolean move(MoveWords move) {
        boolean arc = move.arc();
        double toX = target(move.x, x, relative);
        double toY = target(move.y, y, relative);
        double toZ = target(move.z, z, relative);
        double toE = target(move.e, e, relativeE);
        // A full circle ends where it began.
        boolean sideways = arc || Math.abs(toX - x) > STILL || Math.abs(toY - y) > STILL;
        boolean pushes = toE - e > STILL;
        climbing = Math.abs(toZ - z) > STILL;
        if (bounds != null) {
            if (sideways && pushes) {
                grow(bounds, move, toX, toY, toZ);
                if (objects) {
                    grow(objectBounds, move, toX, toY, toZ);
                }
            }
            extrusion.push(toE - e);
        }
        x = toX;
        y = toY;
        z = toZ;
        e = toE;
        return sideways && pushes;
    }

    private void grow(PrintBounds box, MoveWords move, double toX, double toY, double toZ) {
        box.point(x, y, z);
        box.point(toX, toY, toZ);
        if (move.arc()) {
            box.arc(Arc.of(move, x, y, toX, toY, unit), toZ);
        }
    }

    private double target(String text, char axis, double from, boolean relativeAxis) {
        return target(GcodeWord.value(text, axis, Double.NaN), from, relativeAxis);
    }

    private double target(double word, double from, boolean relativeAxis) {
        double value = word * unit;
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
