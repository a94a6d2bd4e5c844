package org.printwire.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.printwire.config.QuietHours;
import org.printwire.config.WebhookSection;

/**
 * Holds back what a webhook's owner does not want to hear: a second message of one topic within its cooldown (or of
 * progress within its gap), and all but the exceptions in the quiet hours. What is held back is counted, and the next
 * message of that topic tells how many there were. Each webhook and each topic has its own clock, unlike in the
 * plugin (4.x), where all webhooks shared one.
 *
 * <p>Pure state, one thread. A restart forgets it.
 */
final class Restraint {

    private static final String ANY_OTHER = "*";

    private final WebhookSection settings;
    private final Map<String, Long> toldNanos = new HashMap<>();
    private final Map<String, Integer> held = new HashMap<>();

    Restraint(WebhookSection settings) {
        this.settings = settings;
    }

    /**
     * A message is due.
     *
     * @param name  its topic's; of a custom event, its own
     * @param wall  for the time of day
     * @param nanos for the time since the last one
     * @return how many of this name were held back since the last one was told; empty: this one is held back
     */
    OptionalInt pass(String name, Instant wall, long nanos) {
        Long told = toldNanos.get(name);
        boolean tooSoon = told != null && nanos - told < gap(name).toNanos();
        if (tooSoon || quiet(name, wall)) {
            held.merge(name, 1, Integer::sum);
            return OptionalInt.empty();
        }
        toldNanos.put(name, nanos);
        Integer before = held.remove(name);
        return OptionalInt.of(before == null ? 0 : before);
    }

    /** How many were held back and not told of yet. */
    int held() {
        return held.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Duration gap(String name) {
        Map<String, Duration> cooldown = settings.cooldown();
        Duration gap = cooldown.getOrDefault(name, cooldown.getOrDefault(ANY_OTHER, Duration.ZERO));
        boolean longer = name.equals(Topic.PRINT_PROGRESS.name()) && settings.progressGap().compareTo(gap) > 0;
        return longer ? settings.progressGap() : gap;
    }

    private boolean quiet(String name, Instant wall) {
        QuietHours quiet = settings.quietHours();
        return quiet != null && !quiet.except().contains(name)
                && quiet.at(wall.atZone(quiet.zone()).toLocalTime());
    }
}
