package org.printwire.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.printwire.http.HttpAnswer;

/**
 * Decides what follows on an answer. Pure.
 *
 * <p>A status from 200 to 399 is taken, as in the OctoPrint plugin. Network failures, 5xx, 408, 425 and 429 are tried
 * again, each delay twice the one before, a little more or less by chance so that several printers that lost the same
 * receiver do not come back as one; every other status says that the same request would be refused again. A
 * Retry-After (RFC 9110, seconds or date) makes a delay longer, never shorter.
 *
 * @param first         delay after the first failure
 * @param longest       no delay grows beyond it
 * @param jitter        share of a delay by which chance may move it, 0 to 1
 * @param retryAfterCap the longest delay that a receiver can ask for
 */
public record RetryPlan(Duration first, Duration longest, double jitter, Duration retryAfterCap) {

    /** 1 s, 2 s, 4 s ... 10 min, then every 10 min; a receiver may ask for up to a day. */
    public static final RetryPlan USUAL =
            new RetryPlan(Duration.ofSeconds(1), Duration.ofMinutes(10), 0.2, Duration.ofDays(1));

    private static final int GONE = 410;
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final int MOST_DOUBLINGS = 20;

    /**
     * @param failures attempts in a row at this receiver that failed before this one, whatever was to be delivered
     * @param age      how old the message is
     * @param retryFor how old it may become
     * @param now      wall time, for a Retry-After that is a date
     * @param chance   0 to 1
     */
    public Attempt after(HttpAnswer answer, int failures, Duration age, Duration retryFor, Instant now, double chance) {
        if (answer instanceof HttpAnswer.Failed failed) {
            return failed.permanent()
                    ? new Attempt.Buried(failed.reason())
                    : again(failed.reason(), Duration.ZERO, failures, age, retryFor, chance);
        }
        HttpAnswer.Answered answered = (HttpAnswer.Answered) answer;
        int status = answered.status();
        if (status >= 200 && status <= 399) {
            return new Attempt.Taken(status);
        }
        String reason = "answered " + status;
        if (status == GONE) {
            return new Attempt.Gone(reason + " (gone)");
        }
        if (status < 500 && !PASSING.contains(status)) {
            return new Attempt.Buried(reason);
        }
        Duration asked = answered.retryAfter().map(text -> retryAfter(text, now)).orElse(Duration.ZERO);
        return again(reason, asked, failures, age, retryFor, chance);
    }

    private Attempt again(String reason, Duration asked, int failures, Duration age, Duration retryFor, double chance) {
        if (age.compareTo(retryFor) >= 0) {
            return new Attempt.Buried(reason + ", given up after " + text(retryFor));
        }
        Duration doubled = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration even = doubled.compareTo(longest) > 0 ? longest : doubled;
        Duration own = Duration.ofMillis(Math.round(even.toMillis() * (1 - jitter + 2 * jitter * chance)));
        Duration granted = asked.compareTo(retryAfterCap) > 0 ? retryAfterCap : asked;
        return new Attempt.Later(granted.compareTo(own) > 0 ? granted : own, reason);
    }

    private static String text(Duration span) {
        return span.toDays() > 1 ? span.toDays() + " days" : span.toHours() > 1 ? span.toHours() + " hours"
                : span.toMinutes() > 1 ? span.toMinutes() + " minutes" : span.toSeconds() + " s";
    }

    /** Zero for what is neither seconds nor a date. */
    private static Duration retryAfter(String text, Instant now) {
        if (text.strip().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text.strip()));
        }
        try {
            Instant then = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
