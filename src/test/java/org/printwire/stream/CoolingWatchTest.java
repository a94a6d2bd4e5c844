package org.printwire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.marlin.ReplyParser;
import org.printwire.stream.CoolingEnd.Kind;

class CoolingWatchTest {

    private static final Duration LIMIT = Duration.ofMinutes(60);

    private final List<String> sent = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();
    private CoolingWatch watch;
    private long nanos = 1_000_000_000L;

    @Test
    void a_printer_that_reports_by_itself_is_asked_nothing() {
        begin(false);
        for (int i = 0; i < 600; i++) {
            passes(2).hears("T:180.0 /0.0 B:50.0 /0.0 T0:180.0 /0.0 @:0 B@:0 P:30.0 A:30.0");
        }
        assertThat(sent).isEmpty();
        assertThat(watch.end()).isEmpty();
    }

    @Test
    void one_that_does_not_is_asked_every_five_seconds() {
        begin(true);
        for (int i = 0; i < 12; i++) {
            passes(5).hears("ok T:180.0 /0.0 B:50.0 /0.0 @:0 B@:0");
        }
        assertThat(sent).hasSize(12).containsOnly("M105");
    }

    @Test
    void reports_that_have_stopped_are_asked_for() {
        begin(false);
        passes(14);
        assertThat(sent).isEmpty();
        passes(1);
        assertThat(sent).containsExactly("M105");
    }

    @Test
    void a_question_without_an_answer_is_not_repeated_soon() {
        begin(true);
        passes(34);
        assertThat(sent).containsExactly("M105");
        passes(1);
        assertThat(sent).hasSize(2);
    }

    @Test
    void a_busy_printer_is_not_asked() {
        begin(true);
        for (int i = 0; i < 100; i++) {
            passes(2).hears("echo:busy: processing");
        }
        assertThat(sent).isEmpty();
        assertThat(watch.end()).isEmpty();
    }

    @Test
    void silence_ends_it() {
        begin(true);
        passes(119);
        assertThat(watch.end()).isEmpty();
        passes(1);
        assertThat(watch.end()).contains(new CoolingEnd(Kind.SILENT, "the printer has said nothing for 2 min"));
    }

    @Test
    void the_limit_ends_it() {
        begin(false);
        for (int i = 0; i < 60; i++) {
            assertThat(watch.end()).isEmpty();
            passes(60).hears("T:180.0 /0.0 B:50.0 /0.0 @:0 B@:0");
        }
        assertThat(watch.end()).contains(new CoolingEnd(Kind.TOO_LONG, "the printer has not cooled down in 60 min"));
    }

    @Test
    void the_user_ends_it_by_cancel_or_stop_and_by_nothing_else() {
        for (Input wish : List.of(new Input.Cancel(), new Input.EmergencyStop())) {
            begin(false);
            input(new Input.Pause());
            input(new Input.Resume());
            assertThat(watch.end()).isEmpty();
            input(wish);
            assertThat(watch.end().orElseThrow().kind()).isEqualTo(Kind.GIVEN_UP);
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void what_ends_it_first_counts_and_nothing_is_sent_afterwards() {
        begin(true);
        watch.cooled();
        watch.lost("/dev/ttyACM0 is gone");
        passes(600);
        assertThat(watch.end()).contains(new CoolingEnd(Kind.COOLED, "the printer has cooled down"));
        assertThat(sent).isEmpty();
    }

    @Test
    void a_heater_that_runs_away_is_told_and_ends_it() {
        begin(false);
        hears("Error:Thermal Runaway, system stopped! Heater_ID: bed", "Error:Printer halted. kill() called!");
        passes(3);
        assertThat(told).singleElement().isInstanceOfSatisfying(Event.PrinterError.class,
                error -> assertThat(error.fatal()).isTrue());
        assertThat(watch.end().orElseThrow().kind()).isEqualTo(Kind.STOPPED);
    }

    private void begin(boolean poll) {
        watch = new CoolingWatch(poll, LIMIT);
        watch.begun(nanos);
    }

    /** Ticks come when the watch asks for them. */
    private CoolingWatchTest passes(int seconds) {
        long end = nanos + seconds * 1_000_000_000L;
        while (watch.deadline() <= end && watch.end().isEmpty()) {
            nanos = Math.max(nanos, watch.deadline());
            input(new Input.Tick());
        }
        nanos = end;
        return this;
    }

    private void hears(String... lines) {
        for (String line : lines) {
            input(new Input.Received(ReplyParser.parse(line), line));
        }
    }

    private void input(Input input) {
        for (Action action : watch.on(input, nanos)) {
            if (action instanceof Action.Send send) {
                sent.add(send.frame().command());
            } else if (action instanceof Action.Publish publish) {
                told.add(publish.event());
            }
        }
    }
}
