package org.printwire.job;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.printwire.estimate.TimeTable;

/**
 * Seconds to the end, and by how many they may be wrong: our own estimate of each command or the slicer's figures (M73),
 * both at the {@link Pace} of this very print, or of earlier prints of the file while little of this one is done. Heating
 * and homing that are still to come are added: no slicer counts them, and no knob makes them faster.
 *
 * <p>M73 R is in whole minutes, cut (PrusaSlicer 2.5: 28 min 57 s are R28), so at the moment it falls to R there are R + 1
 * minutes left, and from then on the estimate counts down. Pure; used by one thread.
 */
final class TimeLeft {
    private static final int MINUTE = 60;
    /** What both ways are wrong by at most in the files at hand, PrusaSlicer's and Cura's with the printer's limits. */
    private static final double SHARE = 0.05;
    private static final double FINEST = 15;
    /** So far is the pace from the estimate's on a printer at its usual speed, or a knob that was turned a little. */
    private static final double UNKNOWN_PACE = 0.15;
    /** An estimate further from the slicer's is of another machine: then the slicer's counts. */
    private static final double ANOTHER_MACHINE = 1.25;
    /** An average that is further off than that from the estimate is of a print with a story, or of another printer. */
    private static final double MOST_APART = 2.5;

    private final TimeTable times;
    private final Pace pace;
    private final Supplier<OptionalDouble> average;
    private double slicer = -1;
    private double slicerAt;
    private double slicerShare = 1;
    private int minutes = -1;

    /**
     * @param times   null: not estimated
     * @param average as {@link Outlook} has it
     */
    TimeLeft(TimeTable times, Pace pace, Supplier<OptionalDouble> average) {
        this.times = times;
        this.pace = pace;
        this.average = average;
    }

    /** The slicer's minutes to the end, from the command with this index on. */
    void slicer(int left, long index) {
        if (left != minutes) {
            boolean first = minutes < 0;
            slicer = left * MINUTE + (minutes == left + 1 ? MINUTE : MINUTE / 2.0);
            slicerAt = moved(index);
            minutes = left;
            double rest = times == null ? 0 : moving() - slicerAt;
            slicerShare = first && rest > 10 * MINUTE ? slicer / rest : slicerShare;
        }
    }

    /** Seconds after the command with this index, by the estimate alone; negative: there is none. */
    double byEstimate(long index) {
        return times == null ? -1 : Math.max(0, moving() - moved(index)) * factor() + waits(index);
    }

    /**
     * The same by the slicer; where it has said anything. The pace is measured beside the estimate; where the slicer is more,
     * or less, cautious than that, it is another for it.
     */
    double bySlicer(long index) {
        double since = Math.max(0, moved(index) - slicerAt) * slicerShare;
        double moving = Math.max(Math.max(0, slicer - MINUTE), slicer - since);
        return moving * pace.beside(slicerShare) + waits(index);
    }

    /** By how many seconds these may be wrong, either way: more while little is known of the pace. */
    double uncertainty(double seconds) {
        return times == null ? MINUTE / 2.0 + (SHARE + UNKNOWN_PACE) * seconds
                : FINEST + (SHARE + UNKNOWN_PACE * pace.doubt(knowsEarlier())) * seconds;
    }

    /** Estimated time up to the end of the command, in percent of the whole; 0 without an estimate. */
    int percent(long index) {
        return times == null || times.seconds() == 0 ? 0 : (int) (100 * times.at(index) / times.seconds());
    }

    /** There is an estimate, and it does not contradict the slicer. */
    boolean trusted() {
        return times != null && slicerShare < ANOTHER_MACHINE && slicerShare > 1 / ANOTHER_MACHINE;
    }

    boolean estimated() {
        return times != null;
    }

    /** Earlier prints of the file tell how long it takes. */
    boolean knowsEarlier() {
        return earlier().isPresent();
    }

    /** Seconds from here to the beginning of a later command, at this print's pace; negative: not estimated. */
    double until(long later, long index) {
        return times == null ? -1 : Math.max(0, moved(later - 1) - moved(index)) * factor()
                + Math.max(0, times.standing(later - 1) - times.standing(index));
    }

    /** Seconds of printing to one estimated. */
    private double factor() {
        OptionalDouble earlier = earlier();
        return earlier.isPresent() ? pace.factor(earlier.getAsDouble()) : pace.factor();
    }

    /** The pace of earlier prints. */
    private OptionalDouble earlier() {
        OptionalDouble whole = times == null || moving() <= 0 ? OptionalDouble.empty() : average.get();
        if (whole.isEmpty()) {
            return whole;
        }
        double earlier = (whole.getAsDouble() - times.standing()) / moving();
        return earlier > 1 / MOST_APART && earlier < MOST_APART ? OptionalDouble.of(earlier) : OptionalDouble.empty();
    }

    private double moving() {
        return times.seconds() - times.standing();
    }

    private double moved(long index) {
        return times == null ? 0 : Math.max(0, times.at(index) - times.standing(index));
    }

    private double waits(long index) {
        return times == null ? 0 : Math.max(0, times.standing() - times.standing(index));
    }
}
