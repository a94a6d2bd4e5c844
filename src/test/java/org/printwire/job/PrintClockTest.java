package org.printwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;

class PrintClockTest {

    private static final Event NOTHING = new Event.FilamentRunout();
    private static final Event STARTED = new Event.PrintStarted("a", "/a", 1, 1, null, null);

    private final PrintClock clock = new PrintClock();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void it_runs_from_the_start_to_the_end_and_not_before_or_after() {
        after(100, NOTHING).after(5, STARTED).after(60, NOTHING);
        assertThat(clock.seconds()).isEqualTo(60);
        after(40, new Event.PrintDone("a", 100.5, 1, 0)).after(1000, NOTHING);
        assertThat(clock.seconds()).isEqualTo(100);
    }

    @Test
    void pauses_do_not_count_not_even_in_the_figure_of_the_end() {
        after(0, STARTED).after(60, new Event.PrintPaused(Actor.USER, null)).after(500, NOTHING)
                .after(100, new Event.PrintResumed(Actor.USER)).after(40, NOTHING);
        assertThat(clock.seconds()).isEqualTo(100);
        after(0, new Event.PrintCancelled("a", Actor.USER, 700, 1));
        assertThat(clock.seconds()).isEqualTo(100);
    }

    @Test
    void a_clock_set_back_costs_no_more_than_one_step() {
        after(0, STARTED).after(60, NOTHING).after(-86_400, NOTHING).after(60, NOTHING);
        assertThat(clock.seconds()).isEqualTo(120);
    }

    @Test
    void a_clock_set_forward_by_days_counts_as_ten_minutes() {
        after(0, STARTED).after(60, NOTHING).after(20 * 86_400, NOTHING);
        assertThat(clock.seconds()).isEqualTo(660);
    }

    @Test
    void a_figure_of_the_end_that_the_pauses_exceed_is_none() {
        after(0, STARTED).after(0, new Event.PrintPaused(Actor.USER, null)).after(500, NOTHING)
                .after(0, new Event.PrintCancelled("a", Actor.USER, 3, 1));
        assertThat(clock.seconds()).isZero();
    }

    private PrintClockTest after(long seconds, Event event) {
        now = now.plusSeconds(seconds);
        clock.on(new Envelope(now, 1, "a", event));
        return this;
    }
}
