package org.printwire.estimate;

/**
 * Marlin's planner: trapezoids of speed, with corners taken as fast as jerk or junction deviation allows and the whole
 * queue able to come to a stop. The same in Prusa-Firmware 3.14 (planner.cpp) and Marlin 1.1 and 2.1; Marlin 2's S-curves
 * and the slowing down of a queue that runs dry are left out: a host keeps it full.
 *
 * <p>Firmware plans anew with each move, over {@value #LOOK_AHEAD} blocks. Here it is done once for {@value #LOOK_AHEAD}
 * moves, so that each sees 16 to 31 ahead; that is eight times cheaper, and what it changes is in SlicersTimesTest. One thread.
 * Speeds squared are kept, since that is what adds up along a way.
 */
final class Planner {
    static final int LOOK_AHEAD = 16;
    private static final double STILL = 1e-9;

    private final LimitsNow limits;
    private final TimeTable table;
    private final int ahead;
    private final int room;
    private final double[] way;
    private final double[] nominal;
    private final double[] acceleration;
    private final double[] entry2;
    private final long[] command;
    private int count;
    private double carried2 = -1;
    /** The speed of the newest block's axes, its own, and that at which it may begin and end. */
    private double px;
    private double py;
    private double pz;
    private double pe;
    private double previous;
    private double previousSafe;
    private double previousAcceleration;
    private double total;
    private double moving;

    Planner(LimitsNow limits, TimeTable table) {
        this(limits, table, LOOK_AHEAD, LOOK_AHEAD);
    }

    /** @param batch after how many moves it plans again; 1: as the firmware does */
    Planner(LimitsNow limits, TimeTable table, int ahead, int batch) {
        this.limits = limits;
        this.table = table;
        this.ahead = ahead;
        this.room = ahead + batch;
        this.way = new double[room];
        this.nominal = new double[room];
        this.acceleration = new double[room];
        this.entry2 = new double[room];
        this.command = new long[room];
    }

    /** A move by so many mm, at most so fast (mm/s). */
    void move(double x, double y, double z, double e, double feed, long index) {
        double squares = x * x + y * y + z * z;
        boolean filamentAlone = squares < STILL;
        double distance = filamentAlone ? Math.abs(e) : Math.sqrt(squares);
        if (!(distance > STILL) || !(feed > 0) || distance == Double.POSITIVE_INFINITY) {
            return;
        }
        LimitsNow l = limits;
        // The way as one of length 1: what each axis has of it.
        double perMm = 1 / distance;
        double ux = x * perMm;
        double uy = y * perMm;
        double uz = z * perMm;
        double ue = e * perMm;
        double ax = Math.abs(ux);
        double ay = Math.abs(uy);
        double az = Math.abs(uz);
        double ae = Math.abs(ue);
        double slowest = greatest(ax * l.perFeedX, ay * l.perFeedY, az * l.perFeedZ, ae * l.perFeedE);
        double speed = feed * slowest > 1 ? 1 / slowest : feed;
        double a = filamentAlone ? l.retracting : e == 0 ? l.travel : l.printing;
        double laziest = greatest(ax * l.perAccelX, ay * l.perAccelY, az * l.perAccelZ, ae * l.perAccelE);
        a = a * laziest > 1 ? 1 / laziest : a;
        double perJerk = greatest(ax * l.perJerkX, ay * l.perJerkY, az * l.perJerkZ, ae * l.perJerkE);
        double safe = speed * perJerk > 1 ? 1 / perJerk : speed;
        double vx = ux * speed;
        double vy = uy * speed;
        double vz = uz * speed;
        double ve = ue * speed;
        double corner = previous == 0 ? safe : l.junctionDeviation > 0 ? deviation(vx, vy, vz, speed, a)
                : corner(vx, vy, vz, ve, speed, safe);
        if (count == room) {
            plan();
            end(room - ahead);
        }
        way[count] = distance;
        nominal[count] = speed;
        acceleration[count] = a;
        entry2[count] = corner * corner;
        command[count++] = index;
        px = vx;
        py = vy;
        pz = vz;
        pe = ve;
        previous = speed;
        previousSafe = safe;
        previousAcceleration = a;
    }

    /** None of them is NaN; Math.max, which looks for it, takes several times as long. */
    private static double greatest(double x, double y, double z, double e) {
        double plane = x > y ? x : y;
        double rest = z > e ? z : e;
        return plane > rest ? plane : rest;
    }

    /** Both moves at the slower one's speed: no axis may jump by more than its jerk. */
    private double corner(double vx, double vy, double vz, double ve, double speed, double safe) {
        double out = previous > speed ? speed / previous : 1;
        double in = previous < speed ? previous / speed : 1;
        LimitsNow l = limits;
        double over = greatest(jump(px * out, vx * in) * l.perJerkX, jump(py * out, vy * in) * l.perJerkY,
                jump(pz * out, vz * in) * l.perJerkZ, jump(pe * out, ve * in) * l.perJerkE);
        double slower = previous < speed ? previous : speed;
        double corner = over > 1 ? slower / over : slower;
        // Both may stop and start faster than this: then that is what happens.
        return previousSafe > 0.99 * corner && safe > 0.99 * corner ? safe : corner;
    }

    /** Where an axis turns round only the larger half counts, as in Prusa's and Marlin's planner. */
    private static double jump(double out, double in) {
        if (out * in < 0) {
            double a = Math.abs(out);
            double b = Math.abs(in);
            return a > b ? a : b;
        }
        return Math.abs(out - in);
    }

    private double deviation(double vx, double vy, double vz, double speed, double a) {
        double cos = -(px * vx + py * vy + pz * vz) / (previous * speed);
        double slower = Math.min(previous, speed);
        if (cos > 0.999999) {
            return 0;
        } else if (cos < -0.999999) {
            return slower;
        }
        double sinHalf = Math.sqrt(0.5 * (1 - cos));
        double turn = Math.min(a, previousAcceleration) * limits.junctionDeviation * sinHalf / (1 - sinHalf);
        return Math.min(slower, Math.sqrt(turn));
    }

    /** Lets every block begin no faster than the rest of the queue can be braked from. */
    private void plan() {
        double next2 = previousSafe * previousSafe;
        for (int i = count - 1; i > 0; i--) {
            double most = next2 + 2 * acceleration[i] * way[i];
            next2 = entry2[i] < most ? entry2[i] : most;
            entry2[i] = next2;
        }
    }

    private void end(int blocks) {
        double in2 = carried2 >= 0 ? carried2 : entry2[0];
        double in = Math.sqrt(in2);
        for (int i = 0; i < blocks; i++) {
            double a = acceleration[i];
            double d = way[i];
            double next2 = i + 1 < count ? entry2[i + 1] : previousSafe * previousSafe;
            double most = in2 + 2 * a * d;
            double out2 = next2 < most ? next2 : most;
            double out = Math.sqrt(out2);
            double seconds = seconds(in, out, in2, out2, nominal[i], a, d);
            total += seconds;
            moving += seconds;
            table.put(command[i], total);
            in = out;
            in2 = out2;
        }
        carried2 = in2;
        count -= blocks;
        System.arraycopy(way, blocks, way, 0, count);
        System.arraycopy(nominal, blocks, nominal, 0, count);
        System.arraycopy(acceleration, blocks, acceleration, 0, count);
        System.arraycopy(entry2, blocks, entry2, 0, count);
        System.arraycopy(command, blocks, command, 0, count);
    }

    private static double seconds(double in, double out, double in2, double out2, double nominal, double a, double d) {
        double peak2 = 0.5 * (in2 + out2) + a * d;
        if (peak2 >= nominal * nominal) {
            double cruise = d - (2 * nominal * nominal - in2 - out2) / (2 * a);
            return (2 * nominal - in - out) / a + cruise / nominal;
        }
        if (peak2 <= in2 || peak2 <= out2) {
            return 2 * d / (in + out);
        }
        return (2 * Math.sqrt(peak2) - in - out) / a;
    }

    /** Everything ends, then the printer waits, and moves from rest. */
    void rest(double seconds, long index) {
        if (count > 0) {
            plan();
            end(count);
        }
        carried2 = -1;
        previous = 0;
        total += seconds;
        table.put(index, total);
    }

    /** Seconds of what has ended. */
    double total() {
        return total;
    }

    /** Of these, seconds of moves. */
    double moving() {
        return moving;
    }
}
