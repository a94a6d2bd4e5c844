package org.printwire.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.time.Time;

class VirtualTimeTest {
    private final VirtualTime time = new VirtualTime();
    private final List<String> ran = new ArrayList<>();

    @Test
    void timers_run_in_the_order_in_which_they_are_due_each_at_its_own_moment() {
        long start = time.nanos();
        time.after(Duration.ofSeconds(2), () -> ran.add("late at " + (time.nanos() - start)));
        time.after(Duration.ofSeconds(1), () -> {
            ran.add("early at " + (time.nanos() - start));
            time.after(Duration.ofMillis(500), () -> ran.add("set on the way"));
        });
        time.advance(Duration.ofSeconds(3));

        assertThat(ran).containsExactly("early at 1000000000", "set on the way", "late at 2000000000");
        assertThat(time.nanos() - start).isEqualTo(3_000_000_000L);
    }

    @Test
    void a_timer_taken_back_does_not_run() {
        Time.Timer timer = time.after(Duration.ofSeconds(1), () -> ran.add("no"));
        timer.cancel();
        time.advance(Duration.ofSeconds(2));

        assertThat(ran).isEmpty();
    }

    @Test
    void the_wall_clock_can_jump_alone() {
        long before = time.nanos();
        time.jumpWall(Duration.ofHours(-1));

        assertThat(time.nanos()).isEqualTo(before);
    }
}
