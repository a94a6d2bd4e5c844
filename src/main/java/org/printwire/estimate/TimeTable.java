package org.printwire.estimate;

import java.util.Arrays;

/**
 * The seconds from the start to the end of each command, in bounded memory: one float a command up to
 * {@link #CAP}, then of every second, fourth, ... command (4 MB at most). What lies between two is interpolated; near
 * 10^6 s a float still tells 0.06 s apart. Never decreases. Filled by one thread; then read by any.
 */
public final class TimeTable {

    /** How many floats are kept at most. */
    public static final int CAP = 1 << 20;

    /** So many standstills are told apart. */
    static final int MOST_STANDS = 1 << 16;

    private final int cap;
    private long[] standAt = new long[16];
    private double[] standEnds = new double[16];
    private int stands;
    private float[] ends = new float[1024];
    private int size;
    private int shift;
    private long commands;
    private double last;

    TimeTable() {
        this(CAP);
    }

    TimeTable(int cap) {
        this.cap = cap;
    }

    /** The command ends so many seconds after the start; those left out before it took no time. */
    void put(long index, double seconds) {
        while (commands < index) {
            append(last);
        }
        last = seconds > last ? seconds : last;
        if (commands == index) {
            append(last);
        } else if (size > 0 && index >> shift == size - 1) {
            // A command of several moves (an arc) ends with the last of them.
            ends[size - 1] = (float) last;
        }
    }

    /** So much of the command's time the head does not move: heating, homing, a change of tool. In the order of the commands. */
    void stand(long index, double seconds) {
        if (seconds <= 0 || stands == MOST_STANDS) {
            return;
        }
        if (stands == standAt.length) {
            standAt = Arrays.copyOf(standAt, stands * 2);
            standEnds = Arrays.copyOf(standEnds, stands * 2);
        }
        standAt[stands] = index;
        standEnds[stands] = standing() + seconds;
        stands++;
    }

    /** Of the seconds of the whole file, those of heating, homing and changes of tool, which no slicer counts. */
    public double standing() {
        return stands == 0 ? 0 : standEnds[stands - 1];
    }

    /** The same up to the end of the command with this index. */
    public double standing(long index) {
        int found = Arrays.binarySearch(standAt, 0, stands, index);
        int before = found >= 0 ? found : -found - 2;
        while (before + 1 < stands && standAt[before + 1] == index) {
            before++;
        }
        return before < 0 ? 0 : standEnds[before];
    }

    private void append(double seconds) {
        int slot = (int) (commands >> shift);
        if (slot == cap) {
            thin();
            slot = (int) (commands >> shift);
        }
        if (slot == ends.length) {
            ends = Arrays.copyOf(ends, Math.min(cap, ends.length * 2));
        }
        ends[slot] = (float) seconds;
        size = slot + 1;
        commands++;
    }

    private void thin() {
        for (int i = 0; i < size / 2; i++) {
            ends[i] = ends[2 * i + 1];
        }
        size = (size + 1) / 2;
        shift++;
    }

    /** How many commands there are. */
    public long commands() {
        return commands;
    }

    /** Seconds of the whole file. */
    public double seconds() {
        return last;
    }

    /** Seconds from the start to the end of the command with this 0-based index; of all, for one past the end. */
    public double at(long index) {
        if (index < 0 || size == 0) {
            return 0;
        }
        if (index >= commands - 1) {
            return last;
        }
        // A slot holds the end of its last command; the last slot, that of the newest one.
        int slot = (int) (index >> shift);
        long first = (long) slot << shift;
        long end = Math.min(first + (1L << shift), commands) - 1;
        double before = slot == 0 ? 0 : ends[slot - 1];
        // As floats the last but one may be a hair above the last.
        return Math.min(last, before + (ends[slot] - before) * (index - first + 1) / (end - first + 1));
    }

    /** Bytes of memory. */
    public long bytes() {
        return 4L * ends.length;
    }
}
