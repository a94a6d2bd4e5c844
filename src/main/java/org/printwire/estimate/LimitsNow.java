package org.printwire.estimate;

import java.util.List;
import org.printwire.gcode.CommandWords;

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
    void maxAcceleration(CommandWords words) {
        perAccelX = changed(perAccelX, words.value('X'));
        perAccelY = changed(perAccelY, words.value('Y'));
        perAccelZ = changed(perAccelZ, words.value('Z'));
        perAccelE = changed(perAccelE, words.value('E'));
    }

    /** M203, mm/s. */
    void maxFeedrate(CommandWords words) {
        perFeedX = changed(perFeedX, words.value('X'));
        perFeedY = changed(perFeedY, words.value('Y'));
        perFeedZ = changed(perFeedZ, words.value('Z'));
        perFeedE = changed(perFeedE, words.value('E'));
    }

    /** M204. S is the older form: printing and travel in one, with T for filament alone. */
    void acceleration(CommandWords words) {
        if (words.value('S') > 0) {
            printing = words.value('S');
            travel = words.value('S');
            retracting = words.value('T') > 0 ? words.value('T') : retracting;
        } else {
            printing = words.value('P') > 0 ? words.value('P') : printing;
            retracting = words.value('R') > 0 ? words.value('R') : retracting;
            travel = words.value('T') > 0 ? words.value('T') : travel;
        }
    }

    /** M205. */
    void jerk(CommandWords words) {
        perJerkX = changed(perJerkX, words.value('X'));
        perJerkY = changed(perJerkY, words.value('Y'));
        perJerkZ = changed(perJerkZ, words.value('Z'));
        perJerkE = changed(perJerkE, words.value('E'));
        junctionDeviation = words.value('J') >= 0 ? words.value('J') : junctionDeviation;
    }

    private static double changed(double per, double value) {
        return value > 0 ? 1 / value : per;
    }
}
