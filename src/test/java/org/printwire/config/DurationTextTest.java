package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({"0s, 0", "0, 0", "10s, 10", "90, 90", "5m, 300", "1h30m, 5400", "3d, 259200", "1d2h3m4s, 93784", "007s, 7"})
    void lengths_of_time_are_read(String text, long seconds) {
        assertThat(DurationText.parse(text)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "5x", "-1s", "1.5s", "1s1m", "1h30", "5 m", "1m 5s", "9999999999s", "5M", "٣s"})
    void anything_else_is_none(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }

    @Property
    void what_is_written_is_read_as_the_same_length(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds) {
        assertThat(DurationText.parse(DurationText.of(Duration.ofSeconds(seconds)))).contains(Duration.ofSeconds(seconds));
    }
}
