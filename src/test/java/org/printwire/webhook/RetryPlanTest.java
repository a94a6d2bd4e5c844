package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.http.HttpAnswer;

class RetryPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final HttpAnswer DOWN = new HttpAnswer.Failed("x refuses the connection", false);

    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final Duration DAYS = Duration.ofDays(3);
    private static final double NO_JITTER = 0.5;

    @ParameterizedTest(name = "{0} (Retry-After {1}) after {2} failures: {3}")
    @CsvSource(textBlock = """
            200, ,                              0, taken
            204, ,                              5, taken
            304, ,                              0, taken
            399, ,                              0, taken
            400, ,                              0, buried
            401, ,                              0, buried
            404, ,                              0, buried
            410, 5,                             0, gone
            408, ,                              0, 1
            425, ,                              0, 1
            429, ,                              0, 1
            429, 30,                            0, 30
            429, 0,                             1, 2
            429, 86400,                         0, 86400
            429, 999999999,                     0, 86400
            429, 99999999999999,                0, 1
            429, soon,                          0, 1
            503, 'Mon, 23 Nov 2026 12:00:45 GMT', 0, 45
            503, 'Mon, 23 Nov 2026 11:00:00 GMT', 0, 1
            500, ,                              0, 1
            500, ,                              1, 2
            500, ,                              5, 32
            500, ,                              9, 512
            500, ,                              10, 600
            500, ,                              1000000, 600
            """)
    void the_status_decides(int status, String retryAfter, int failures, String expected) {
        HttpAnswer answer = new HttpAnswer.Answered(
                status, Optional.empty(), Optional.ofNullable(retryAfter), new byte[0], false);

        assertThat(word(RetryPlan.USUAL.after(answer, failures, YOUNG, DAYS, NOW, NO_JITTER))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"false,0,1", "false,3,8", "true,0,buried"})
    void a_failure_is_repeated_unless_it_is_permanent(boolean permanent, int failures, String expected) {
        HttpAnswer answer = new HttpAnswer.Failed("x refuses the connection", permanent);

        assertThat(word(RetryPlan.USUAL.after(answer, failures, YOUNG, DAYS, NOW, NO_JITTER))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 9600", "0.5, 12000", "1, 14400"})
    void chance_moves_a_delay_by_a_fifth_at_most(double chance, long millis) {
        RetryPlan plan = new RetryPlan(Duration.ofSeconds(12), Duration.ofHours(1), 0.2, Duration.ofDays(1));

        assertThat(plan.after(DOWN, 0, YOUNG, DAYS, NOW, chance))
                .isEqualTo(new Attempt.Later(Duration.ofMillis(millis), "x refuses the connection"));
    }

    @Test
    void giving_up_comes_with_age_and_says_why() {
        assertThat(RetryPlan.USUAL.after(DOWN, 400, DAYS.minusSeconds(1), DAYS, NOW, NO_JITTER))
                .isInstanceOf(Attempt.Later.class);
        assertThat(RetryPlan.USUAL.after(DOWN, 400, DAYS, DAYS, NOW, NO_JITTER))
                .isEqualTo(new Attempt.Buried("x refuses the connection, given up after 3 days"));
    }

    private static String word(Attempt attempt) {
        if (attempt instanceof Attempt.Later later) {
            return Long.toString(later.delay().toSeconds());
        }
        return attempt instanceof Attempt.Taken ? "taken" : attempt instanceof Attempt.Gone ? "gone" : "buried";
    }
}
