package org.printwire.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Earlier prints of the same content, oldest first, as OctoPrint's {@code history} and {@code statistics} have them:
 * averages and the last time are by printer profile and over prints that were done alone. (OctoPrint keeps them by the
 * file's name, so that they may be of another model; here they are of this one.) Immutable.
 */
public record PastPrints(List<Past> prints) {

    /** None is known. */
    public static final PastPrints NONE = new PastPrints(List.of());
    /** So many are listed, the last ones: a message has them all in it. */
    static final int LISTED = 100;

    /**
     * One that has ended.
     *
     * @param profile of the printer; null: not known
     * @param seconds without pauses
     */
    public record Past(Instant ended, boolean success, String profile, double seconds) {

        private Map<String, Object> values() {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("timestamp", ended.toEpochMilli() / 1e3);
            values.put("success", success);
            values.put("printerProfile", profile);
            if (success) {
                values.put("printTime", seconds);
            }
            return java.util.Collections.unmodifiableMap(values);
        }
    }

    public PastPrints {
        prints = List.copyOf(prints);
    }

    /** Mean seconds of those that were done on a printer of this profile; null: not known which. */
    public OptionalDouble average(String profile) {
        return done().stream().filter(each -> each.profile.equals(profile)).mapToDouble(Past::seconds).average();
    }

    PastPrints and(Past one) {
        List<Past> more = new ArrayList<>(prints);
        more.add(one);
        return new PastPrints(more);
    }

    /** Mean seconds by profile. */
    Map<String, Object> averages() {
        Map<String, double[]> sums = new LinkedHashMap<>();
        done().forEach(each -> {
            double[] sum = sums.computeIfAbsent(each.profile, profile -> new double[2]);
            sum[0] += each.seconds;
            sum[1]++;
        });
        Map<String, Object> averages = new LinkedHashMap<>();
        sums.forEach((profile, sum) -> averages.put(profile, sum[0] / sum[1]));
        return java.util.Collections.unmodifiableMap(averages);
    }

    /** Seconds of the last one, by profile. */
    Map<String, Object> lasts() {
        Map<String, Object> lasts = new LinkedHashMap<>();
        done().forEach(each -> lasts.put(each.profile, each.seconds));
        return java.util.Collections.unmodifiableMap(lasts);
    }

    List<Map<String, Object>> listed() {
        return prints.subList(Math.max(0, prints.size() - LISTED), prints.size()).stream().map(Past::values).toList();
    }

    private List<Past> done() {
        return prints.stream().filter(each -> each.success && each.profile != null).toList();
    }
}
