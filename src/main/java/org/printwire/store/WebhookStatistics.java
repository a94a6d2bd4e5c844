package org.printwire.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Numbers for people about one webhook.
 *
 * @param retries     attempts beyond the first, of all deliveries
 * @param latency     from the event to its delivery; empty if nothing was delivered
 * @param lastFailure of the newest delivery with a failed attempt
 */
public record WebhookStatistics(int delivered, int retries, int waiting, int dead, int replaced,
        Optional<Latency> latency, Optional<StoredDelivery> lastFailure) {

    /** @param p95 19 of 20 were delivered within this time */
    public record Latency(Duration median, Duration p95, Duration max) {

        static Optional<Latency> of(long[] nanos) {
            if (nanos.length == 0) {
                return Optional.empty();
            }
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return Optional.of(new Latency(rank(sorted, 50), rank(sorted, 95), rank(sorted, 100)));
        }

        /** The nearest rank: the smallest value that so many percent do not exceed. */
        private static Duration rank(long[] sorted, int percent) {
            return Duration.ofNanos(sorted[(int) (((long) sorted.length * percent + 99) / 100) - 1]);
        }
    }
}
