package org.printwire.sim;

import java.util.Arrays;

/** Where the head is and how long a move takes: distance by feed rate, without acceleration. Millimetres, seconds. */
final class Motion {
    private static final String AXES = "XYZE";
    private static final double PARK_FEED = 25;

    private final double[] at = new double[4];
    private final double[] offset = new double[4];
    private boolean relative;
    private boolean relativeExtruder;
    private double feed = PARK_FEED;
    private double factor = 1;

    double axis(int index) {
        return at[index];
    }

    /** The position as the steppers see it, which G92 does not move. */
    double machine(int index) {
        return at[index] + offset[index];
    }

    double[] position() {
        return at.clone();
    }

    void position(double[] position) {
        System.arraycopy(position, 0, at, 0, at.length);
    }

    void relative(boolean value) {
        relative = value;
        relativeExtruder = value;
    }

    void relativeExtruder(boolean value) {
        relativeExtruder = value;
    }

    /** M220: 1 is 100 %. */
    void factor(double value) {
        factor = value > 0 ? value : 1;
    }

    /** G28: the axes named, or all. */
    void home(boolean x, boolean y, boolean z) {
        boolean all = !x && !y && !z;
        boolean[] homes = {x || all, y || all, z || all};
        for (int i = 0; i < homes.length; i++) {
            if (homes[i]) {
                at[i] = 0;
                offset[i] = 0;
            }
        }
    }

    /** G92. */
    void set(Command command) {
        boolean named = false;
        for (int i = 0; i < at.length; i++) {
            double value = command.value(AXES.charAt(i));
            if (!Double.isNaN(value)) {
                offset[i] += at[i] - value;
                at[i] = value;
                named = true;
            }
        }
        if (!named) {
            for (int i = 0; i < at.length; i++) {
                offset[i] += at[i];
            }
            Arrays.fill(at, 0);
        }
    }

    /** Makes a G0, G1, G2 or G3. @return its time in seconds at 100 % time scale */
    double move(Command command, boolean arc) {
        double wanted = command.value('F');
        if (wanted > 0) {
            feed = wanted / 60;
        }
        double[] from = at.clone();
        for (int i = 0; i < at.length; i++) {
            double value = command.value(AXES.charAt(i));
            if (!Double.isNaN(value)) {
                boolean adds = i == 3 ? relativeExtruder : relative;
                at[i] = adds ? at[i] + value : value;
            }
        }
        double flat = Math.hypot(at[0] - from[0], at[1] - from[1]);
        if (arc) {
            flat = arcLength(command, from, flat);
        }
        double path = Math.hypot(flat, at[2] - from[2]);
        double length = path > 0 ? path : Math.abs(at[3] - from[3]);
        return length / (feed * factor);
    }

    private double arcLength(Command command, double[] from, double chord) {
        double i = command.value('I', 0);
        double j = command.value('J', 0);
        double radius = Math.hypot(i, j);
        if (radius == 0) {
            return chord;
        }
        double start = Math.atan2(-j, -i);
        double end = Math.atan2(at[1] - from[1] - j, at[0] - from[0] - i);
        boolean clockwise = command.code().equals("G2");
        double angle = clockwise ? start - end : end - start;
        while (angle <= 1e-9) {
            angle += 2 * Math.PI;
        }
        return radius * angle;
    }
}
