package org.printwire.posix;

import com.sun.jna.NativeLong;
import java.nio.ByteOrder;

/**
 * A few descriptors to wait for with poll(2). One thread at a time.
 *
 * <p>A {@code struct pollfd} is an int and two shorts, so an array of them is an array of ints in pairs.
 */
final class PollSet {
    static final int READABLE = 0x1;
    static final int WRITABLE = 0x4;
    static final int ERROR = 0x8;
    static final int HUNG_UP = 0x10;

    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final int[] pairs;

    PollSet(int... descriptors) {
        pairs = new int[descriptors.length * 2];
        for (int i = 0; i < descriptors.length; i++) {
            pairs[2 * i] = descriptors[i];
            await(i, READABLE);
        }
    }

    /** What to wait for; a hang-up is always told. */
    void await(int index, int events) {
        pairs[2 * index + 1] = LITTLE ? events : events << 16;
    }

    /** Waits; returns early when something happened or a signal came. */
    void poll(int timeoutMillis) {
        if (Libc.poll(pairs, new NativeLong(pairs.length / 2), timeoutMillis) <= 0) {
            for (int i = 0; i < pairs.length; i += 2) {
                pairs[i + 1] &= LITTLE ? 0xFFFF : 0xFFFF0000;
            }
        }
    }

    /** What the last {@link #poll} saw at this descriptor. */
    boolean saw(int index, int event) {
        int pair = pairs[2 * index + 1];
        return ((LITTLE ? pair >>> 16 : pair & 0xFFFF) & event) != 0;
    }
}
