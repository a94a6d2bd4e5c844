package org.printwire.estimate;

/** One heater that warms at a steady rate and cools as slowly. One thread. */
final class Heating {
    private final double rate;
    private double from;
    private double target;
    private double since;

    Heating(double rate, double room) {
        this.rate = rate;
        this.from = room;
        this.target = room;
    }

    /** From now on it goes for another temperature. */
    void target(double celsius, double now) {
        from = at(now);
        target = celsius;
        since = now;
    }

    /** Seconds until it is there; none to wait for where it is hot enough, unless cooling is waited for too (R). */
    double left(double now, boolean cooling) {
        double missing = target - at(now);
        return missing > 0 || cooling ? Math.abs(missing) / rate : 0;
    }

    private double at(double now) {
        double most = rate * Math.max(0, now - since);
        double missing = target - from;
        // An endless rate times no time is no number.
        return !(most < Math.abs(missing)) ? target : from + Math.copySign(most, missing);
    }
}
