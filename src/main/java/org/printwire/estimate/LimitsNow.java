package org.printwire.estimate;

import java.util.List;

/** The limits as the file has set them so far; those by axis as their reciprocals, since they are divided by. One thread. */
final class LimitsNow {
    double perFeedX;
    double perFeedY;
    double perFeedZ;
    double perFeedE;
    double perAccelX;
    double perAccelY;
    double perAccelZ;
    double perAccelE;
    double perJerkX;
    double perJerkY;
    double perJerkZ;
    double perJerkE;
    double printing;
    double retracting;
    double travel;
    double junctionDeviation;

    LimitsNow(Limits limits) {
        feed(limits.feedrate());
        acceleration(limits.acceleration());
        jerk(limits.jerk());
        printing = limits.printing();
        retracting = limits.retracting();
        travel = limits.travel();
        junctionDeviation = limits.junctionDeviation();
    }

    private void feed(List<Double> axes) {
        perFeedX = 1 / axes.get(0);
        perFeedY = 1 / axes.get(1);
        perFeedZ = 1 / axes.get(2);
        perFeedE = 1 / axes.get(3);
    }

    private void acceleration(List<Double> axes) {
        perAccelX = 1 / axes.get(0);
        perAccelY = 1 / axes.get(1);
        perAccelZ = 1 / axes.get(2);
        perAccelE = 1 / axes.get(3);
    }

    private void jerk(List<Double> axes) {
        perJerkX = 1 / axes.get(0);
        perJerkY = 1 / axes.get(1);
        perJerkZ = 1 / axes.get(2);
        perJerkE = 1 / axes.get(3);
    }

    /** M201. */
    void maxAcceleration(Words words) {
        perAccelX = changed(perAccelX, words.x);
        perAccelY = changed(perAccelY, words.y);
        perAccelZ = changed(perAccelZ, words.z);
        perAccelE = changed(perAccelE, words.e);
    }

    /** M203, mm/s. */
    void maxFeedrate(Words words) {
        perFeedX = changed(perFeedX, words.x);
        perFeedY = changed(perFeedY, words.y);
        perFeedZ = changed(perFeedZ, words.z);
        perFeedE = changed(perFeedE, words.e);
    }

    /** M204. S is the older form: printing and travel in one, with T for filament alone. */
    void acceleration(Words words) {
        if (words.s > 0) {
            printing = words.s;
            travel = words.s;
            retracting = words.t > 0 ? words.t : retracting;
        } else {
            printing = words.p > 0 ? words.p : printing;
            retracting = words.r > 0 ? words.r : retracting;
            travel = words.t > 0 ? words.t : travel;
        }
    }

    /** M205. */
    void jerk(Words words) {
        perJerkX = changed(perJerkX, words.x);
        perJerkY = changed(perJerkY, words.y);
        perJerkZ = changed(perJerkZ, words.z);
        perJerkE = changed(perJerkE, words.e);
        junctionDeviation = words.j >= 0 ? words.j : junctionDeviation;
    }

    private static double changed(double per, double value) {
        return value > 0 ? 1 / value : per;
    }
}
