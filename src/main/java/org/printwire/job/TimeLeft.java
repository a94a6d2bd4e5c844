package org.printwire.job;

import org.printwire.estimate.TimeTable;

/**
 * Seconds to the end, and by how many they may be wrong. What the slicer says (M73) goes first, then our own estimate of
 * each command, both at the {@link Pace} of this very print; the caller falls back on bytes.
 *
 * <p>M73 R is in whole minutes, cut (PrusaSlicer 2.5: 28 min 57 s are R28), so at the moment it falls to R there are R + 1
 * minutes left, and from then on the estimate counts down. Pure; used by one thread.
 */
final class TimeLeft {
    private static final int MINUTE = 60;
    /** What both ways are wrong by at most in the files at hand, PrusaSlicer's and Cura's with the printer's limits. */
    private static final double SHARE = 0.05;
    private static final double FINEST = 15;

    private final TimeTable times;
    private final Pace pace;
    private double slicer = -1;
    private double slicerAt;
    private int minutes = -1;

    /** @param times null: not estimated */
    TimeLeft(TimeTable times, Pace pace) {
        this.times = times;
        this.pace = pace;
    }

    /** The slicer's minutes to the end, from the command with this index on. */
    void slicer(int left, long index) {
        if (left != minutes) {
            slicer = left * MINUTE + (minutes == left + 1 ? MINUTE : MINUTE / 2.0);
            slicerAt = at(index);
            minutes = left;
        }
    }

    /** Seconds after the command with this index; negative: nobody knows. */
    double seconds(long index) {
        if (slicer >= 0) {
            double since = Math.max(0, at(index) - slicerAt);
            return Math.max(Math.max(0, slicer - MINUTE), slicer - since) * pace.factor();
        }
        return times == null ? -1 : (times.seconds() - at(index)) * pace.factor();
    }

    /** By how many seconds these may be wrong, either way. */
    double uncertainty(double seconds) {
        boolean coarse = slicer >= 0 && times == null;
        return (coarse ? MINUTE / 2.0 : FINEST) + SHARE * seconds;
    }

    /** Estimated time up to the end of the command, in percent of the whole; 0 without an estimate. */
    int percent(long index) {
        return times == null || times.seconds() == 0 ? 0 : (int) (100 * at(index) / times.seconds());
    }

    /** Real seconds to one estimated. */
    double pace() {
        return pace.factor();
    }

    boolean estimated() {
        return times != null;
    }

    /** Seconds from here to the beginning of a later command, at this print's pace; negative: not estimated. */
    double until(long later, long index) {
        return times == null ? -1 : Math.max(0, at(later - 1) - at(index)) * pace.factor();
    }

    private double at(long index) {
        return times == null ? 0 : times.at(index);
    }
}
