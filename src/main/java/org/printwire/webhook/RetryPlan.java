package org.printwire.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.printwire.http.HttpAnswer;

/**
 * Decides what follows on an answer. Pure.
 *
 * <p>A status from 200 to 399 is taken, as in the OctoPrint plugin. Network failures, 5xx, 408, 425 and 429 are tried
 * again after each of the delays in turn; every other status says that the same request would be refused again. A
 * Retry-After (RFC 9110, seconds or date) makes a delay longer, never shorter, and up to the cap.
 *
 * @param delays        before the second, third ... attempt
 * @param retryAfterCap the longest delay that a receiver can ask for
 */
public record RetryPlan(List<Duration> delays, Duration retryAfterCap) {

    /** Five attempts within a minute and a half. */
    public static final RetryPlan USUAL = new RetryPlan(
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60)),
            Duration.ofMinutes(5));

    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    public RetryPlan {
        delays = List.copyOf(delays);
    }

    /**
     * @param attempt 1 for the first
     * @param now     wall time, for a Retry-After that is a date
     */
    public Attempt after(HttpAnswer answer, int attempt, Instant now) {
        if (answer instanceof HttpAnswer.Answered answered) {
            return afterStatus(answered, attempt, now);
        }
        HttpAnswer.Failed failed = (HttpAnswer.Failed) answer;
        return failed.permanent()
                ? new Attempt.Buried(failed.reason())
                : again(failed.reason(), Duration.ZERO, attempt);
    }

    private Attempt afterStatus(HttpAnswer.Answered answered, int attempt, Instant now) {
        int status = answered.status();
        if (status >= 200 && status <= 399) {
            return new Attempt.Taken(status);
        }
        String reason = "answered " + status;
        if (status < 500 && !PASSING.contains(status)) {
            return new Attempt.Buried(reason);
        }
        Duration asked = answered.retryAfter().map(text -> retryAfter(text, now)).orElse(Duration.ZERO);
        return again(reason, asked, attempt);
    }

    private Attempt again(String reason, Duration asked, int attempt) {
        if (attempt > delays.size()) {
            return new Attempt.Buried(reason + ", given up after " + attempt + " attempts");
        }
        Duration own = delays.get(attempt - 1);
        Duration granted = asked.compareTo(retryAfterCap) > 0 ? retryAfterCap : asked;
        return new Attempt.Later(granted.compareTo(own) > 0 ? granted : own, reason);
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
