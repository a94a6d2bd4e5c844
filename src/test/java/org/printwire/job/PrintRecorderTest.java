package org.printwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.event.Event.ProgressSource;
import org.printwire.event.Event.Temperature;
import org.printwire.gcode.FileAnalysis;
import org.printwire.gcode.Filament;
import org.printwire.job.PrintRecord.Result;

/** A row of the history, from events. */
class PrintRecorderTest {

    private static final Event CONNECTED = new Event.Connected("/dev/ttyACM0", 115_200);
    private static final Event FIRMWARE = new Event.FirmwareIdentified("Prusa-Firmware 3.14.0", "Prusa i3 MK3S", "prusa-mk3s", Map.of());
    private static final Event STARTED = new Event.PrintStarted("cube.gcode", "/cube.gcode", 1000, 50, 9, 0);
    private static final Job JOB = new Job("cube.gcode", Path.of("/cube.gcode"), 1000, 50, 9, 0, true, List.of(),
            new FileAnalysis(Optional.of("abc"), OptionalLong.empty(), OptionalDouble.empty(),
                    List.of(new Filament(0, OptionalDouble.of(200), OptionalDouble.empty())), Optional.empty()), List::of);

    private final Instant noon = Instant.parse("2026-11-24T12:00:00Z");
    private PrintRecorder recorder = new PrintRecorder(JOB);
    private Instant now = noon;

    @Test
    void the_waits_for_filament_are_pauses_and_an_empty_uuid_is_none() {
        after(0, STARTED);
        after(10, new Event.ColorChangeWaiting(1, null));
        after(10, new Event.ColorChangeDone(1, 10));
        after(10, new Event.FilamentRunout());
        recorder.printer("");

        assertThat(recorder.record().pauses()).isEqualTo(2);
        assertThat(recorder.record().printer().uuid()).isNull();
    }

    @Test
    void a_print_that_is_done_has_all_its_figures() {
        after(0, CONNECTED);
        after(0, FIRMWARE);
        recorder.printer("uuid-1");
        assertThat(after(0, STARTED)).isTrue();
        after(2, temperatures(25));
        after(5, temperatures(150));
        after(5, temperatures(214));
        after(60, new Event.LayerChanged(1, 9, 0.2));
        assertThat(after(0, new Event.PrintPaused(Actor.USER, null))).isTrue();
        assertThat(after(100, new Event.PrintResumed(Actor.USER))).isTrue();
        assertThat(after(30, new Event.ProgressChanged(50, 1, ProgressSource.BYTES, 500))).isFalse();
        assertThat(after(28, new Event.PrintDone("cube.gcode", 230, 50, 3))).isTrue();

        PrintRecord print = recorder.record();
        assertThat(print).isEqualTo(new PrintRecord("cube.gcode", "/cube.gcode", 1000, "abc",
                new PrintRecord.Printer("prusa-mk3s", "Prusa i3 MK3S", "uuid-1", "/dev/ttyACM0"), noon, noon.plusSeconds(230),
                130, 100, 1, Result.DONE, null, null, 100, 500L, null, 1, 9, JOB.analysis().filament(), 3L, 10.0));
        assertThat(print.used()).hasValue(200);
    }

    @Test
    void a_failure_keeps_its_reason_how_far_it_came_and_a_share_of_the_filament() {
        after(0, STARTED);
        after(60, new Event.ProgressChanged(25, null, ProgressSource.BYTES, 250));
        after(1, new Event.PrintFailed("cube.gcode", FailReason.CONNECTION_LOST, "the cable is out", 61, 25));

        PrintRecord print = recorder.record();
        assertThat(print.result()).isEqualTo(Result.FAILED);
        assertThat(print.reason()).isEqualTo("connection_lost");
        assertThat(print.detail()).isEqualTo("the cable is out");
        assertThat(print.percent()).isEqualTo(25);
        assertThat(print.position()).isEqualTo(250);
        assertThat(print.resends()).as("nobody said").isNull();
        assertThat(print.heatingSeconds()).as("no temperature was told").isNull();
        assertThat(print.used()).hasValue(50);
    }

    @Test
    void a_cancelled_print_says_who_did_it() {
        after(0, STARTED);
        after(10, new Event.PrintCancelled("cube.gcode", Actor.USER, 10, 3));
        assertThat(recorder.record().result()).isEqualTo(Result.CANCELLED);
        assertThat(recorder.record().reason()).isEqualTo("user");
    }

    @Test
    void a_job_that_another_host_began_goes_on_in_its_record() {
        after(0, STARTED);
        after(10, new Event.PrintPaused(Actor.USER, null));
        after(40, new Event.PrintResumed(Actor.USER));
        PrintRecord dead = recorder.record();
        recorder = new PrintRecorder(JOB);
        now = noon.plusSeconds(400);
        after(0, CONNECTED);
        assertThat(after(0, new Event.PrintResumed(Actor.HOST))).isTrue();
        assertThat(recorder.begunByAnother()).isTrue();
        recorder.goOn(dead);
        after(50, new Event.PrintDone("cube.gcode", 450, 50, 0));

        PrintRecord whole = recorder.record();
        assertThat(whole.started()).isEqualTo(noon);
        assertThat(whole.pauses()).isEqualTo(1);
        assertThat(whole.pausedSeconds()).isEqualTo(40);
        assertThat(whole.printedSeconds()).isEqualTo(410);
        assertThat(whole.result()).isEqualTo(Result.DONE);
    }

    @Test
    void progress_is_worth_a_write_every_five_minutes_and_after_the_end_nothing_is() {
        after(0, STARTED);
        assertThat(after(299, progress(1))).isFalse();
        assertThat(after(1, progress(2))).isTrue();
        assertThat(after(299, progress(3))).isFalse();
        assertThat(after(0, new Event.PrintDone("cube.gcode", 600, 50, 0))).isTrue();
        assertThat(after(900, progress(4))).isFalse();
        assertThat(after(900, new Event.PrintFailed("cube.gcode", FailReason.INTERNAL, "late", 1, 1))).isFalse();
    }

    private static Event progress(int percent) {
        return new Event.ProgressChanged(percent, null, ProgressSource.BYTES, percent * 10L);
    }

    private static Event temperatures(double actual) {
        return new Event.TemperaturesReported(Map.of("tool0", new Temperature(actual, 215.0)));
    }

    private boolean after(int seconds, Event event) {
        now = now.plusSeconds(seconds);
        return recorder.on(new Envelope(now, 1, "cube.gcode", event));
    }
}
