package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.gcode.GcodeLine;
import org.printwire.marlin.ReplyParser;
import org.printwire.stream.Insertion.Purpose;
import org.printwire.testing.Talk;

/** The host's own commands are written down before they go out. */
class KeepingTest {

    private final Streamer streamer = new Streamer(Talk.MARLIN.keeping(), true);
    private final List<Action> done = new ArrayList<>();
    private long nanos = 1_000_000_000L;

    @BeforeEach
    void printing() {
        List<GcodeLine> file = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            file.add(new GcodeLine(i, i + 1, i * 10L, "G1 X" + i));
        }
        input(new Input.Feed(file, true));
        input(new Input.StartJob(Map.of()));
        hears("ok", "ok");
        done.clear();
    }

    @Test
    void a_pause_waits_for_the_disk_as_a_whole_and_the_file_does_not_overtake_it() {
        input(new Input.Pause());
        hears("ok");
        assertThat(done).filteredOn(Action.Keep.class::isInstance).containsExactly(
                new Action.Keep(new Insertion(3, "G91", Purpose.PAUSE)), new Action.Keep(new Insertion(4, "G1 Z5", Purpose.PAUSE)));
        assertThat(sent()).isEmpty();

        input(new Input.Kept(4));
        hears("ok");
        assertThat(sent()).containsExactly("N3 G91", "N4 G1 Z5");
    }

    @Test
    void a_disk_that_hangs_holds_the_print_for_a_second_and_is_told_once() {
        input(new Input.Pause());
        hears("ok");
        waits(Duration.ofMillis(999));
        assertThat(sent()).isEmpty();
        waits(Duration.ofMillis(1));
        hears("ok", "ok");
        assertThat(sent()).containsExactly("N3 G91", "N4 G1 Z5");

        input(new Input.Resume());
        assertThat(sent()).as("it is not waited for again").hasSize(3);
        assertThat(done).filteredOn(action -> action instanceof Action.Publish publish && publish.event() instanceof Event.Notice)
                .hasSize(1);
    }

    @Test
    void a_cancel_waits_for_no_disk() {
        input(new Input.Pause());
        hears("ok");
        input(new Input.Cancel());
        assertThat(sent()).containsExactly("N3 M104 S0");
        assertThat(done).contains(new Action.Stopping(new Outcome.Cancelled(Event.Actor.USER)));
    }

    private List<String> sent() {
        return done.stream().filter(Action.Send.class::isInstance).map(Action.Send.class::cast)
                .map(send -> "N" + send.frame().number() + " " + send.frame().command()).toList();
    }

    private void hears(String... lines) {
        for (String line : lines) {
            input(new Input.Received(ReplyParser.parse(line), line));
        }
    }

    private void waits(Duration span) {
        nanos += span.toNanos();
        input(new Input.Tick());
    }

    private void input(Input input) {
        done.addAll(streamer.on(input, nanos));
    }
}
