package org.printwire.job;

import org.printwire.estimate.TimeTable;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;

/**
 * How fast the print really goes, beside the estimate: the speed that is set at the printer (M220, its knob), limits that
 * the estimate does not know. Time in which nothing is printed says nothing of that and is left out: heating, homing,
 * pauses, changes of filament; known by the command, or by a step far longer than the command takes. What was long ago
 * counts less: somebody may have turned the knob since.
 *
 * <p>Pure; used by one thread. Times are monotonic nanoseconds.
 */
final class Pace {
    /** So many seconds as estimated are taken for granted: a few lines tell little. */
    private static final double GRANTED = 120;
    /** So many where earlier prints of the same file tell how fast it goes. */
    private static final double GRANTED_BY_HISTORY = 600;
    /** After so many seconds, all that was seen counts half. */
    private static final double MEMORY = 1200;
    private static final double SLOWEST = 5;
    private static final double FASTEST = 0.2;
    /** A step of so many seconds more than three times what was expected is a pause. */
    private static final double PAUSE = 30;

    private final TimeTable times;
    private long lastNanos;
    private double lastPlanned;
    private double pending;
    private double active;
    private double planned;
    private double lost;
    private boolean begun;

    /** @param times null: not estimated */
    Pace(TimeTable times, long startNanos) {
        this.times = times;
        this.lastNanos = startNanos;
    }

    /** A line was taken. */
    void taken(GcodeLine line, long nanos) {
        double step = (nanos - lastNanos) / 1e9;
        lastNanos = nanos;
        double at = times == null ? 0 : times.at(line.index());
        double expected = at - lastPlanned;
        lastPlanned = at;
        boolean first = !begun;
        begun = true;
        if (waits(line.text())) {
            pending = 0;
            // Homing is part of every print; heating and people are not.
            lost += GcodeWord.code(line.text()) >>> 24 == 'M' && !first ? step : 0;
        } else if (step <= 0) {
            // Several at a time; very many are those that another host had printed.
            pending += expected;
        } else {
            expected += pending <= PAUSE ? pending : 0;
            pending = 0;
            boolean pause = step > PAUSE + 3 * expected;
            lost += pause && !first ? step : 0;
            active += pause ? 0 : step;
            planned += pause ? 0 : expected;
            if (planned > MEMORY) {
                active /= 2;
                planned /= 2;
            }
        }
    }

    private static boolean waits(String text) {
        int code = GcodeWord.code(text);
        char letter = (char) (code >>> 24);
        int number = code >>> 8 & 0xFFFF;
        return letter == 'T' || letter == 'M' && (number == 109 || number == 190 || number == 600 || number == 601
                || number <= 1) || letter == 'G' && (number == 28 || number == 29 || number == 80);
    }

    /** Real seconds of printing to one estimated; 1 while nothing is known. */
    double factor() {
        return factor(1, GRANTED);
    }

    /** The same beside other figures, of which so many seconds are one of the estimate's. */
    double beside(double share) {
        return times == null ? 1 : Math.max(FASTEST, Math.min(SLOWEST, (active + GRANTED) / (planned * share + GRANTED)));
    }

    /** The same where earlier prints of the file had this one. */
    double factor(double earlier) {
        return factor(earlier, GRANTED_BY_HISTORY);
    }

    /** 1 while nothing is known of it; falls towards 0. */
    double doubt(boolean earlier) {
        return earlier ? GRANTED / (GRANTED_BY_HISTORY + planned) : GRANTED / (GRANTED + planned);
    }

    private double factor(double granted, double weight) {
        return times == null ? 1
                : Math.max(FASTEST, Math.min(SLOWEST, (active + weight * granted) / (planned + weight)));
    }

    /** Seconds of waits and pauses. */
    double lost() {
        return lost;
    }
}
