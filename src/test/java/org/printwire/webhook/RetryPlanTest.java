package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.http.HttpAnswer;

class RetryPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest(name = "{0} (Retry-After {1}) at attempt {2}: {3}")
    @CsvSource(textBlock = """
            200, ,                              1, taken
            204, ,                              5, taken
            304, ,                              1, taken
            399, ,                              1, taken
            400, ,                              1, buried
            401, ,                              1, buried
            404, ,                              1, buried
            410, 5,                             1, buried
            408, ,                              1, 1
            425, ,                              1, 1
            429, ,                              1, 1
            429, 30,                            1, 30
            429, 0,                             2, 5
            429, 86400,                         1, 300
            429, 99999999999999,                1, 1
            429, soon,                          1, 1
            503, 'Mon, 23 Nov 2026 12:00:45 GMT', 1, 45
            503, 'Mon, 23 Nov 2026 11:00:00 GMT', 1, 1
            500, ,                              1, 1
            500, ,                              2, 5
            500, ,                              3, 20
            500, ,                              4, 60
            500, ,                              5, buried
            429, 10,                            5, buried
            """)
    void the_status_decides(int status, String retryAfter, int attempt, String expected) {
        HttpAnswer answer = new HttpAnswer.Answered(
                status, Optional.empty(), Optional.ofNullable(retryAfter), new byte[0], false);

        assertThat(word(RetryPlan.USUAL.after(answer, attempt, NOW))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"false,1,1", "false,4,60", "false,5,buried", "true,1,buried"})
    void a_failure_is_repeated_unless_it_is_permanent(boolean permanent, int attempt, String expected) {
        HttpAnswer answer = new HttpAnswer.Failed("x refuses the connection", permanent);

        assertThat(word(RetryPlan.USUAL.after(answer, attempt, NOW))).isEqualTo(expected);
    }

    @Test
    void giving_up_says_why_and_after_how_many_attempts() {
        assertThat(RetryPlan.USUAL.after(new HttpAnswer.Failed("x refuses the connection", false), 5, NOW))
                .isEqualTo(new Attempt.Buried("x refuses the connection, given up after 5 attempts"));
    }

    private static String word(Attempt attempt) {
        if (attempt instanceof Attempt.Later later) {
            return Long.toString(later.delay().toSeconds());
        }
        return attempt instanceof Attempt.Taken ? "taken" : "buried";
    }
}
