package org.printwire.sim;

/** A heater that warms up and cools down at a steady rate. Degrees Celsius. */
final class Heater {
    private final double ambient;
    private final double heatingNanosPerDegree;
    private final double coolingNanosPerDegree;
    private double temperature;
    private double target;
    private long settledNanos;

    /** @param timeScale 0: every temperature is reached at once */
    Heater(double ambient, double degreesPerSecond, double timeScale, long nanos) {
        this.ambient = ambient;
        this.temperature = ambient;
        this.heatingNanosPerDegree = timeScale * 1e9 / degreesPerSecond;
        this.coolingNanosPerDegree = timeScale * 1e9;
        this.settledNanos = nanos;
    }

    double target() {
        return target;
    }

    void target(double value, long nanos) {
        temperature(nanos);
        target = Math.max(0, value);
    }

    /** As warm as another, and switched off: the same heater after a reset of the board. */
    void warmAs(Heater other, long nanos) {
        temperature = other.temperature(nanos);
        settledNanos = nanos;
    }

    double temperature(long nanos) {
        double goal = Math.max(target, ambient);
        double perDegree = goal > temperature ? heatingNanosPerDegree : coolingNanosPerDegree;
        double degrees = perDegree == 0 ? Double.MAX_VALUE : (nanos - settledNanos) / perDegree;
        temperature = goal > temperature ? Math.min(goal, temperature + degrees)
                : Math.max(goal, temperature - degrees);
        settledNanos = nanos;
        return temperature;
    }

    /** How long until the target is reached, from now. */
    long nanosToTarget(long nanos) {
        double missing = Math.max(target, ambient) - temperature(nanos);
        return (long) Math.ceil(missing > 0 ? missing * heatingNanosPerDegree : -missing * coolingNanosPerDegree);
    }

    boolean heating(long nanos) {
        return target > temperature(nanos);
    }
}
