package org.printwire.estimate;

import org.printwire.gcode.GcodeWord;

/** Where the head is and how fast it goes: makes the planner's moves of a file's commands. mm, mm/s. One thread. */
final class Head {
    private static final double INCH = 25.4;
    /** Marlin's and Prusa's MM_PER_ARC_SEGMENT. */
    private static final double PIECE = 1;
    private static final int MOST_PIECES = 100_000;

    private final Planner planner;
    private final boolean modeCoversE;
    private double x;
    private double y;
    private double z;
    private double e;
    private double unit = 1;
    private boolean relative;
    private boolean relativeE;
    /** Marlin starts at 1500 mm/min. */
    private double feed = 25;
    private double factor = 1;
    private double retraction = 3;
    private double retractionFeed = 45;
    private double recoveryExtra;
    private double recoveryFeed = 8;
    private boolean retracted;

    Head(Planner planner, boolean modeCoversE) {
        this.planner = planner;
        this.modeCoversE = modeCoversE;
    }

    /** G0, G1. */
    void line(Words w, long index) {
        feed(w);
        double dx = delta(w.x, x, relative);
        double dy = delta(w.y, y, relative);
        double dz = delta(w.z, z, relative);
        double de = delta(w.e, e, relativeE);
        planner.move(dx, dy, dz, de, feed * factor, index);
        x += dx;
        y += dy;
        z += dz;
        e += de;
    }

    /** G2, G3: by I and J or by R. */
    void arc(Words w, long index) {
        feed(w);
        double dx = delta(w.x, x, relative);
        double dy = delta(w.y, y, relative);
        double dz = delta(w.z, z, relative);
        double de = delta(w.e, e, relativeE);
        boolean clockwise = w.number == 2;
        double half = Math.hypot(dx, dy) / 2;
        double i = value(w.i);
        double j = value(w.j);
        if (!Double.isNaN(w.r) && half > 0) {
            double r = w.r * unit;
            double height = Math.sqrt(Math.max(0, r * r - half * half)) / (2 * half) * (clockwise ^ r < 0 ? -1 : 1);
            i = dx / 2 - dy * height;
            j = dy / 2 + dx * height;
        }
        double radius = Math.hypot(i, j);
        double start = Math.atan2(-j, -i);
        double turn = Math.atan2(dy - j, dx - i) - start;
        turn = ((clockwise ? -turn : turn) + 4 * Math.PI) % (2 * Math.PI);
        // One that ends where it began is a full circle.
        turn = turn <= 1e-9 ? 2 * Math.PI : turn;
        int pieces = (int) Math.max(1, Math.min(MOST_PIECES, radius * turn / PIECE));
        double atX = 0;
        double atY = 0;
        for (int n = 1; n <= pieces; n++) {
            double angle = start + (clockwise ? -turn : turn) * n / pieces;
            double toX = n == pieces ? dx : i + radius * Math.cos(angle);
            double toY = n == pieces ? dy : j + radius * Math.sin(angle);
            planner.move(toX - atX, toY - atY, dz / pieces, de / pieces, feed * factor, index);
            atX = toX;
            atY = toY;
        }
        x += dx;
        y += dy;
        z += dz;
        e += de;
    }

    /** G10, G11, G20, G21, G90, G91, G92; all else is nothing. */
    void mode(Words w, long index) {
        switch (w.number) {
            case 10, 11 -> retract(w, index);
            case 20, 21 -> unit = w.number == 20 ? INCH : 1;
            case 90, 91 -> {
                relative = w.number == 91;
                relativeE = modeCoversE ? relative : relativeE;
            }
            case 92 -> {
                x = to(w.x, x);
                y = to(w.y, y);
                z = to(w.z, z);
                e = to(w.e, e);
            }
            default -> { }
        }
    }

    /** With P or L, G10 sets tool offsets. */
    private void retract(Words w, long index) {
        boolean back = w.number == 10;
        if (back == retracted || !Double.isNaN(w.p)) {
            return;
        }
        retracted = back;
        planner.move(0, 0, 0, back ? -retraction : retraction + recoveryExtra, back ? retractionFeed : recoveryFeed, index);
    }

    /** M82, M83, M207, M208, M220. */
    void setting(Words w) {
        switch (w.number) {
            case 82, 83 -> relativeE = w.number == 83;
            case 207 -> {
                retraction = w.s >= 0 ? w.s * unit : retraction;
                retractionFeed = w.f > 0 ? w.f * unit / 60 : retractionFeed;
            }
            case 208 -> {
                recoveryExtra = w.s >= 0 ? w.s * unit : recoveryExtra;
                recoveryFeed = w.f > 0 ? w.f * unit / 60 : recoveryFeed;
            }
            default -> factor = w.s > 0 ? w.s / 100 : factor;
        }
    }

    /** G28: to 0 where nothing else is known; without an axis, all. */
    void home(String text) {
        boolean all = !GcodeWord.has(text, 'X') && !GcodeWord.has(text, 'Y') && !GcodeWord.has(text, 'Z');
        x = all || GcodeWord.has(text, 'X') ? 0 : x;
        y = all || GcodeWord.has(text, 'Y') ? 0 : y;
        z = all || GcodeWord.has(text, 'Z') ? 0 : z;
    }

    private void feed(Words w) {
        feed = w.f > 0 ? w.f * unit / 60 : feed;
    }

    private double value(double word) {
        return Double.isNaN(word) ? 0 : word * unit;
    }

    private double to(double word, double from) {
        return Double.isNaN(word) ? from : word * unit;
    }

    private double delta(double word, double from, boolean relativeAxis) {
        return Double.isNaN(word) ? 0 : relativeAxis ? word * unit : word * unit - from;
    }
}
