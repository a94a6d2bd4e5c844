package org.printwire.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.sim.Faults;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Action;
import org.printwire.stream.Outcome;

class VirtualPrintTest {
    private static final VirtualPrint.Setup PRINT = VirtualPrint.Setup.of(
            SimulatedPrinterOptions.mk3s().withTimeScale(0.05).withBaud(115200), Talk.PRUSA_ALIVE, moves(60));

    private static List<String> moves(int count) {
        List<String> file = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            file.add("G1 X" + 100 * (i % 2) + " F6000");
        }
        return file;
    }

    @Test
    void a_host_that_takes_its_time_prints_the_same() {
        VirtualPrint.Result quick = VirtualPrint.run(PRINT);
        VirtualPrint.Result slow = VirtualPrint.run(PRINT.withLatency(Duration.ofMillis(200)));

        assertThat(slow.executed()).isEqualTo(quick.executed()).isEqualTo(slow.expected());
        assertThat(slow.virtualNanos()).isGreaterThan(quick.virtualNanos());
    }

    @Test
    void a_cancelled_print_ends_as_one_and_is_the_beginning_of_the_file_but_for_its_script() {
        VirtualPrint.Result result = VirtualPrint.run(PRINT.withCancelAfter(Duration.ofMillis(900)));

        assertThat(result.outcome()).isInstanceOf(Outcome.Cancelled.class);
    }

    @Test
    void a_budget_that_is_exceeded_is_told_with_the_frame() {
        assertThat(VirtualPrint.run(PRINT.withBudget(126)).outcome()).isEqualTo(new Outcome.Done());

        assertThatThrownBy(() -> VirtualPrint.run(PRINT.withBudget(10))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("more than 10");
    }

    @Test
    void a_watch_sees_every_line_both_ways() {
        List<String> seen = new ArrayList<>();
        VirtualPrint.run(PRINT.withWatch(new VirtualPrint.Watch() {
            @Override
            public void sent(Action.Send send, long nanos) {
                seen.add("> " + send.frame().command());
            }

            @Override
            public void received(String line, long nanos) {
                seen.add("< " + line);
            }
        }));

        assertThat(seen).contains("> G1 X0 F6000", "< ok");
    }

    @Test
    void an_event_out_of_turn_is_told() {
        Invariants invariants = new Invariants(null, Faults.NONE, List.of(), 0);
        invariants.published(new Event.PrintPaused(Event.Actor.USER, null));

        assertThatThrownBy(() -> invariants.published(new Event.PrintPaused(Event.Actor.USER, null)))
                .hasMessageContaining("out of turn");
    }
}
