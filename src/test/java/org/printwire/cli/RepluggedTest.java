package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.printwire.checkpoint.Entry;
import org.printwire.checkpoint.JobRecord;

class RepluggedTest {

    private static final Instant BEGUN = Instant.parse("2026-11-25T08:00:00Z");
    /** Last seen 100 s after it began. */
    private static final JobRecord JOB = JobRecord.of(List.of(
            new Entry.Begun(BEGUN, "/cube.gcode", "cube.gcode", 1, 1, "", "/dev/ttyACM0", 115_200, "prusa-mk3s", 95, "", "", "",
                    Map.of(), true, 1),
            new Entry.Mark(7, 7, 70, 0.2, 100)));

    @Test
    void a_port_that_was_there_before_the_print_was_last_seen_is_opened_without_a_word() {
        assertThat(Replugged.warning(Optional.of(BEGUN.plusSeconds(99)), JOB)).isEmpty();
    }

    @Test
    void a_port_that_came_up_later_is_told_of_before_it_is_opened() {
        assertThat(Replugged.warning(Optional.of(BEGUN.plusSeconds(101)), JOB)).get().asString()
                .contains("2026-11-25T08:01:41Z", "the cable was pulled or this computer restarted");
    }

    @Test
    void of_a_port_whose_age_is_not_known_nothing_is_claimed() {
        assertThat(Replugged.warning(Optional.empty(), JOB)).isEmpty();
    }
}
