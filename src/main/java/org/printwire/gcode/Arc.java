package org.printwire.gcode;

/**
 * The arc of a G2 or G3 in the XY plane, by its centre ({@code I}, {@code J}) or its radius ({@code R}), as Marlin 2.1
 * reads them. Asked for the points where it is farthest right (quarter 0), back (1), left (2) and front (3).
 */
public final class Arc {
    private static final double WHOLE = 2 * Math.PI;
    private static final double SAME = 1e-9;

    private final double centreX;
    private final double centreY;
    private final double radius;
    /** Where it begins when it is run through counter-clockwise, and how far it goes; radians. */
    private final double from;
    private final double sweep;
    private final boolean clockwise;

    private Arc(double centreX, double centreY, double x, double y, double toX, double toY, boolean clockwise) {
        this.centreX = centreX;
        this.centreY = centreY;
        this.radius = Math.hypot(x - centreX, y - centreY);
        this.clockwise = clockwise;
        double start = Math.atan2(y - centreY, x - centreX);
        double end = Math.atan2(toY - centreY, toX - centreX);
        this.from = clockwise ? end : start;
        double turned = turn(clockwise ? start - end : end - start);
        // One that ends where it began is a full circle.
        this.sweep = turned < SAME || turned > WHOLE - SAME ? WHOLE : turned;
    }

    /** @param unit mm to one of the file's units */
    static Arc of(CommandWords words, double x, double y, double toX, double toY, double unit) {
        boolean clockwise = words.number() == 2;
        double r = orZero(words.value('R')) * unit;
        if (r == 0) {
            return new Arc(x + orZero(words.value('I')) * unit, y + orZero(words.value('J')) * unit, x, y, toX, toY, clockwise);
        }
        double halfX = (toX - x) / 2;
        double halfY = (toY - y) / 2;
        double half = Math.hypot(halfX, halfY);
        double height = half == 0 ? 0 : Math.sqrt(Math.max(0, r * r - half * half)) / half;
        double side = clockwise ^ r < 0 ? -height : height;
        return new Arc(x + halfX - halfY * side, y + halfY + halfX * side, x, y, toX, toY, clockwise);
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /** Of its way in the plane, mm. */
    public double length() {
        return radius * sweep;
    }

    /** Where it is after this part of its way: 0 at its beginning, 1 at its end. */
    public double x(double part) {
        return centreX + radius * Math.cos(angle(part));
    }

    /** As {@link #x(double)}. */
    public double y(double part) {
        return centreY + radius * Math.sin(angle(part));
    }

    private double angle(double part) {
        return from + sweep * (clockwise ? 1 - part : part);
    }

    boolean passes(int quarter) {
        return turn(quarter * Math.PI / 2 - from) <= sweep + SAME;
    }

    double x(int quarter) {
        return quarter == 0 ? centreX + radius : quarter == 2 ? centreX - radius : centreX;
    }

    double y(int quarter) {
        return quarter == 1 ? centreY + radius : quarter == 3 ? centreY - radius : centreY;
    }

    private static double turn(double angle) {
        double rest = angle % WHOLE;
        return rest < 0 ? rest + WHOLE : rest;
    }
}
