package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTextTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Your print is @percentCompleteMilestone % complete., Your print is 30 % complete.
            @percentCompleteMilestone%,                          30%
            @percentCompleteMilestones,                          @percentCompleteMilestones
            mail a@b.c,                                          mail a@b.c
            """)
    void the_milestone_is_filled_in(String text, String expected) {
        assertThat(MessageText.of(text, 30)).isEqualTo(expected);
    }
}
