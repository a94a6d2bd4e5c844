package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.config.QuietHours;
import org.printwire.testing.Hook;

class RestraintTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final OptionalInt HELD = OptionalInt.empty();

    private final Hook hook = new Hook();

    @Test
    void without_settings_everything_passes() {
        Restraint restraint = new Restraint(hook.section());

        assertThat(restraint.pass(Topic.ERROR.name(), NOON, 1)).hasValue(0);
        assertThat(restraint.pass(Topic.ERROR.name(), NOON, 1)).hasValue(0);
    }

    @Test
    void within_its_cooldown_a_topic_is_held_back_and_the_next_tells_how_many_were() {
        hook.cooldown = Map.of("*", Duration.ofSeconds(30));
        Restraint restraint = new Restraint(hook.section());

        assertThat(restraint.pass(Topic.ERROR.name(), NOON, seconds(0))).hasValue(0);
        assertThat(restraint.pass(Topic.ERROR.name(), NOON, seconds(10))).isEqualTo(HELD);
        assertThat(restraint.pass(Topic.ERROR.name(), NOON, seconds(29))).isEqualTo(HELD);
        assertThat(restraint.held()).isEqualTo(2);
        assertThat(restraint.pass(Topic.ERROR.name(), NOON, seconds(30))).hasValue(2);
        assertThat(restraint.pass(Topic.ERROR.name(), NOON, seconds(61))).hasValue(0);
    }

    @Test
    void each_topic_has_a_clock_of_its_own() {
        hook.cooldown = Map.of("*", Duration.ofSeconds(30), "PrintDone", Duration.ZERO);
        Restraint restraint = new Restraint(hook.section());
        restraint.pass(Topic.ERROR.name(), NOON, seconds(0));

        assertThat(restraint.pass(Topic.PRINT_PAUSED.name(), NOON, seconds(1))).hasValue(0);
        assertThat(restraint.pass(Topic.PRINT_DONE.name(), NOON, seconds(1))).hasValue(0);
        assertThat(restraint.pass(Topic.PRINT_DONE.name(), NOON, seconds(2))).hasValue(0);
    }

    @Test
    void a_cooldown_knows_no_midnight_and_no_days() {
        hook.cooldown = Map.of("*", Duration.ofSeconds(30));
        Restraint restraint = new Restraint(hook.section());
        Instant midnight = Instant.parse("2026-11-23T00:00:05Z");

        assertThat(restraint.pass(Topic.ERROR.name(), midnight, seconds(0))).as("the first one, just after midnight").hasValue(0);
        assertThat(restraint.pass(Topic.ERROR.name(), midnight.plus(Duration.ofDays(1)), seconds(86_405))).hasValue(0);
    }

    @Test
    void progress_has_a_least_gap_of_its_own() {
        hook.progressGap = Duration.ofMinutes(5);
        Restraint restraint = new Restraint(hook.section());
        restraint.pass(Topic.PRINT_PROGRESS.name(), NOON, seconds(0));
        restraint.pass(Topic.ERROR.name(), NOON, seconds(0));

        assertThat(restraint.pass(Topic.PRINT_PROGRESS.name(), NOON, seconds(299))).isEqualTo(HELD);
        assertThat(restraint.pass(Topic.ERROR.name(), NOON, seconds(1))).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"22:00, 07:00, 21:59, false", "22:00, 07:00, 22:00, true", "22:00, 07:00, 03:00, true",
        "22:00, 07:00, 07:00, false", "13:00, 14:00, 13:30, true", "13:00, 14:00, 14:00, false"})
    void in_the_quiet_hours_only_the_exceptions_pass(LocalTime from, LocalTime to, LocalTime now, boolean quiet) {
        hook.quietHours = new QuietHours(from, to, Set.of("Error"), ZoneOffset.UTC);
        Restraint restraint = new Restraint(hook.section());
        Instant wall = NOON.atZone(ZoneOffset.UTC).with(now).toInstant();

        assertThat(restraint.pass(Topic.PRINT_DONE.name(), wall, 1).isEmpty()).isEqualTo(quiet);
        assertThat(restraint.pass(Topic.ERROR.name(), wall, 1)).hasValue(0);
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
