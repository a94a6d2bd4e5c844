package org.printwire.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Runs a check for many seeds, all of them whatever goes wrong, and says at the end which failed.
 * {@code -Dprintwire.seed=N} runs one alone.
 */
public final class Seeds {

    private static final int MOST_TOLD = 10;

    private Seeds() {}

    /** @param property the system property that says how many, from 1 on */
    public static void each(String property, long usual, LongConsumer check) {
        Long one = Long.getLong("printwire.seed");
        long[] seeds = one != null ? new long[] {one}
                : LongStream.rangeClosed(1, Long.getLong(property, usual)).toArray();
        List<String> failures = new ArrayList<>();
        AssertionError first = null;
        for (long seed : seeds) {
            try {
                check.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                first = first != null ? first : new AssertionError(e.getMessage(), e);
                failures.add(e.getMessage().lines().filter(line -> !line.isBlank()).findFirst().orElse("seed " + seed));
            }
        }
        if (first != null) {
            throw new AssertionError(failures.size() + " of " + seeds.length + " seeds failed:\n"
                    + String.join("\n", failures.subList(0, Math.min(MOST_TOLD, failures.size()))) + "\n" + first.getMessage(),
                    first);
        }
    }
}
