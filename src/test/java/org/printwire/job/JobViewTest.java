package org.printwire.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.event.Event.Phase;
import org.printwire.event.Event.ProgressSource;
import org.printwire.event.Event.Temperature;
import org.printwire.gcode.FileAnalysis;
import org.printwire.gcode.Filament;
import org.printwire.gcode.PrintArea;
import org.printwire.gcode.Thumbnail;
import org.printwire.json.Json;
import org.printwire.testing.EventSamples;

/** What the templates of webhooks see, in OctoPrint's shapes. */
class JobViewTest {

    private static final Event CONNECTED = new Event.Connected("/dev/ttyACM0", 115_200);
    private static final Event FIRMWARE = new Event.FirmwareIdentified("Prusa-Firmware 3.14.0", "Prusa i3 MK3S", "prusa-mk3s", Map.of());
    private static final Event STARTED = new Event.PrintStarted("cube.gcode", "/home/pi/cube.gcode", 200_000, 5000, 100, 0);
    private static final FileAnalysis ANALYSIS = new FileAnalysis(Optional.of("2d2f2c6a410f8786b62604422799c9f3c0721367"),
            OptionalLong.of(1_588_195_405), OptionalDouble.of(3600), List.of(new Filament(0, OptionalDouble.of(335.83), OptionalDouble.of(0.81))),
            Optional.of(new PrintArea(0, -3, 0.2, 136.67, 116.672, 5.6)));

    /** Two that were done, one that was not. */
    private static final PastPrints PAST = new PastPrints(List.of(
            new PastPrints.Past(Instant.parse("2025-11-01T10:00:00.250Z"), true, "prusa-mk3s", 3500.5),
            new PastPrints.Past(Instant.parse("2025-11-02T10:00:00Z"), false, "prusa-mk3s", 12),
            new PastPrints.Past(Instant.parse("2025-11-03T10:00:00Z"), true, "prusa-mk3s", 3600.5)));

    private Instant now = Instant.parse("2026-01-01T12:00:00.250Z");
    private long sequence;
    private JobView view = view(ANALYSIS);

    @Test
    void the_values_at_twelve_moments_of_a_print_are_those_of_the_golden_file() throws IOException {
        Map<String, Object> moments = new LinkedHashMap<>();
        moments.put("before", view.values());
        view.past(PAST);
        after(1, CONNECTED);
        after(1, FIRMWARE);
        after(1, temperatures(25.1, 0.0));
        moments.put("connected", view.values());
        after(1, STARTED);
        moments.put("started", view.values());
        after(1, new Event.PhaseChanged(Phase.PRINTING));
        moments.put("heating", view.values());
        after(119, new Event.LayerChanged(1, 100, 0.2));
        after(0, new Event.ZChanged(0.2, null));
        after(2, temperatures(214.8, 215.0));
        after(58, new Event.ProgressChanged(14, 52, ProgressSource.M73_NORMAL, 35_087));
        after(10, new Event.ColorChangeWaiting(1, "#FF0000"));
        moments.put("changing the filament", view.values());
        after(20, new Event.ColorChangeDone(1, 20));
        after(25, new Event.PhaseChanged(Phase.PAUSING));
        moments.put("pausing", view.values());
        after(5, new Event.PrintPaused(Actor.FILE, "M601"));
        after(500, new Event.PositionReported(1, 2, 3, 4));
        moments.put("paused", view.values());
        after(90, new Event.PhaseChanged(Phase.RESUMING));
        moments.put("resuming", view.values());
        after(10, new Event.PrintResumed(Actor.USER));
        after(60, new Event.ProgressChanged(99, 1, ProgressSource.M73_NORMAL, 199_000));
        after(50, new Event.PhaseChanged(Phase.FINISHING));
        moments.put("finishing", view.values());
        after(10, new Event.PrintDone("cube.gcode", 960.5, 5000, 0));
        moments.put("done", view.values());
        view = view(ANALYSIS);
        view.past(PAST);
        after(1, CONNECTED);
        after(1, FIRMWARE);
        after(1, STARTED);
        after(60, new Event.ProgressChanged(14, 52, ProgressSource.M73_NORMAL, 35_087));
        after(1, new Event.PrinterError("Printer halted. kill() called!", true, "MINTEMP"));
        after(1, new Event.PrintFailed("cube.gcode", FailReason.PRINTER_ERROR, "it stopped", 62, 14));
        moments.put("failed", view.values());
        view = view(ANALYSIS);
        view.past(PAST);
        after(1, CONNECTED);
        after(1, FIRMWARE);
        after(1, STARTED);
        after(60, new Event.ProgressChanged(14, 52, ProgressSource.M73_NORMAL, 35_087));
        after(1, new Event.PhaseChanged(Phase.CANCELLING));
        moments.put("cancelling", view.values());

        try (InputStream golden = JobViewTest.class.getResourceAsStream("/job/view.json")) {
            assertThat(Json.pretty(moments)).isEqualToIgnoringNewLines(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void times_of_another_printer_are_listed_but_are_not_the_jobs() {
        begin();
        view.past(new PastPrints(List.of(new PastPrints.Past(now, true, "ender", 100))));
        assertThat(at("job.averagePrintTime")).isNull();
        assertThat(at("job.lastPrintTime")).isNull();
        assertThat(at("meta.statistics")).isEqualTo(Map.of("averagePrintTime", Map.of("ender", 100.0),
                "lastPrintTime", Map.of("ender", 100.0)));
    }

    @Test
    void by_bytes_completion_is_exact_and_the_time_left_linear() {
        begin();
        after(600, new Event.ProgressChanged(25, 30, ProgressSource.BYTES, 50_500));

        assertThat(at("progress.completion")).isEqualTo(25.25);
        assertThat(at("progress.filepos")).isEqualTo(50_500L);
        assertThat(at("progress.printTimeLeft")).isEqualTo(1800L);
        assertThat(at("progress.printTimeLeftOrigin")).isEqualTo("linear");
        assertThat(at("eta")).isEqualTo(now.plusSeconds(1800).minusMillis(250).toString());
    }

    @Test
    void the_time_left_counts_down_between_two_figures_but_not_while_the_print_stands() {
        begin();
        after(10, new Event.ProgressChanged(14, 10, ProgressSource.ESTIMATE, 35_087, 600, 45));
        after(30, temperatures(215, 215.0));
        assertThat(at("progress.printTimeLeft")).isEqualTo(570L);
        assertThat(at("progress.printTimeLeftOrigin")).isEqualTo("mixed-analysis");
        after(0, new Event.ColorChangeWaiting(1, null));
        after(300, temperatures(215, 215.0));
        assertThat(at("progress.printTimeLeft")).isEqualTo(570L);
        after(0, new Event.ColorChangeDone(1, 300));
        after(20, temperatures(215, 215.0));
        assertThat(at("progress.printTimeLeft")).isEqualTo(550L);
        after(0, new Event.PrintPaused(Actor.USER, null));
        after(100, temperatures(215, 215.0));
        assertThat(at("progress.printTimeLeft")).isEqualTo(550L);
    }

    @Test
    void earlier_prints_of_the_file_on_this_printer_count_before_the_slicers_estimate() {
        view.past(PAST);
        begin();
        after(50, temperatures(30, 215.0));
        assertThat(at("progress.printTimeLeft")).isEqualTo(3501L);
        assertThat(at("progress.printTimeLeftOrigin")).isEqualTo("average");
        after(1, new Event.ProgressChanged(1, 58, ProgressSource.AVERAGE, 2_000, 3_480, 60));
        assertThat(at("progress.printTimeLeft")).isEqualTo(3480L);
        assertThat(at("progress.printTimeLeftOrigin")).isEqualTo("mixed-average");
    }

    @Test
    void until_progress_tells_the_time_left_the_slicers_estimate_counts() {
        begin();
        after(100, temperatures(30, 215.0));
        assertThat(at("progress.printTimeLeft")).isEqualTo(3500L);
        assertThat(at("progress.printTimeLeftOrigin")).isEqualTo("analysis");
        after(4000, new Event.ProgressChanged(1, null, ProgressSource.BYTES, 2_000));
        assertThat(at("progress.printTimeLeft")).isEqualTo(2900L);
        after(4000, temperatures(215, 215.0));
        after(4000, temperatures(215, 215.0));
        after(4000, temperatures(215, 215.0));
        after(4000, temperatures(215, 215.0));
        after(4000, temperatures(215, 215.0));
        assertThat(at("progress.printTimeLeft")).isEqualTo(0L);
    }

    @Test
    void without_an_analysis_each_unknown_is_null_and_takes_nothing_with_it() {
        view = view(FileAnalysis.NONE);
        begin();
        after(60, new Event.ProgressChanged(14, null, ProgressSource.M73_SILENT, 35_087));

        for (String key : List.of("job.file.date", "job.estimatedPrintTime", "job.filament", "job.user", "meta.hash",
                "meta.analysis.printingArea", "meta.analysis.dimensions", "meta.analysis.filament",
                "progress.printTimeLeft", "progress.printTimeLeftOrigin", "eta", "currentZ")) {
            assertThat(at(key)).as(key).isNull();
        }
        assertThat(at("job.file.name")).isEqualTo("cube.gcode");
        assertThat(at("progress.completion")).isEqualTo(14.0);
    }

    @Test
    void the_keys_are_the_same_at_every_moment() {
        List<String> keys = List.copyOf(view.values().keySet());
        assertThat(keys).containsExactly("state", "job", "progress", "currentZ", "offsets", "meta", "temperatures", "eta", "printer");
        for (Event event : EventSamples.all()) {
            after(1, event);
            assertThat(view.values().keySet()).containsExactlyElementsOf(keys);
        }
    }

    @Test
    void what_was_answered_does_not_change_with_later_events_nor_by_anybody() {
        begin();
        after(1, temperatures(25, 0.0));
        Map<String, Object> early = view.values();
        String text = Json.object(early);
        after(100, temperatures(99, 215.0));
        after(1, new Event.PrintPaused(Actor.USER, null));

        assertThat(Json.object(early)).isEqualTo(text);
        assertThatThrownBy(() -> early.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map(early, "job").clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map(early, "temperatures").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void waiting_for_a_person_is_part_of_printing() {
        begin();
        for (Event event : List.of(new Event.ColorChangePending(5, 1L, null), new Event.ColorChangeWaiting(1, null),
                new Event.FilamentRunout(), new Event.UserActionNeeded("knob"), new Event.ColorChangeDone(1, 1))) {
            after(1, event);
            assertThat(at("state.text")).isEqualTo("Printing");
        }
    }

    @Test
    void a_cancelled_print_leaves_an_operational_printer_and_no_time_left() {
        begin();
        after(60, new Event.ProgressChanged(14, 9, ProgressSource.M73_NORMAL, 35_087));
        after(1, new Event.PrintCancelled("cube.gcode", Actor.USER, 61, 14));

        assertThat(at("state.text")).isEqualTo("Operational");
        assertThat(at("state.flags.ready")).isEqualTo(true);
        assertThat(at("progress.completion")).isEqualTo(14.0);
        assertThat(at("progress.printTimeLeft")).isNull();
        assertThat(at("eta")).isNull();
    }

    @Test
    void a_fatal_error_stays_after_the_print_has_failed_and_the_port_is_closed() {
        begin();
        after(1, new Event.PrinterError("fan", false, null));
        assertThat(at("state.text")).isEqualTo("Printing");
        after(1, new Event.PrinterError("Printer halted. kill() called!", true, "MINTEMP"));
        assertThat(at("state.text")).isEqualTo("Error");
        after(1, new Event.PrintFailed("cube.gcode", FailReason.PRINTER_ERROR, "it stopped", 3, 0));
        assertThat(at("state.text")).isEqualTo("Error");
        assertThat(at("state.flags.closedOrError")).isEqualTo(true);
        after(1, new Event.Disconnected("/dev/ttyACM0", "it stopped"));
        assertThat(at("state.text")).isEqualTo("Offline after error");
        assertThat(at("state.error")).isEqualTo("Printer halted. kill() called!: MINTEMP");
    }

    @ParameterizedTest
    @EnumSource(FailReason.class)
    void a_failure_of_the_printer_is_an_error_and_one_of_the_host_leaves_it_operational(FailReason reason) {
        begin();
        after(1, new Event.PrintFailed("cube.gcode", reason, "it is gone", 3, 0));

        boolean host = List.of(FailReason.FILE_UNREADABLE, FailReason.INTERNAL, FailReason.PRINTER_RESET).contains(reason);
        assertThat(at("state.text")).isEqualTo(host ? "Operational" : "Error");
        assertThat(at("state.error")).isEqualTo(host ? "" : "it is gone");
    }

    @Test
    void the_slicers_pictures_are_read_when_they_are_asked_for_and_once() {
        AtomicInteger reads = new AtomicInteger();
        JobView lazy = new JobView(new Job("cube.gcode", Path.of("/cube.gcode"), 1, 1, null, 0, true, List.of(), ANALYSIS, () -> {
            reads.incrementAndGet();
            return List.of(new Thumbnail("png", 160, 120, "aGVsbG8="));
        }));
        lazy.values();
        assertThat(reads).hasValue(0);

        assertThat(Json.object(Map.of("t", lazy.thumbnails()))).isEqualTo("{\"t\":[{\"format\":\"png\",\"width\":160,"
                + "\"height\":120,\"data\":\"data:image/png;base64,aGVsbG8=\"}]}");
        lazy.thumbnails();
        assertThat(reads).hasValue(1);
    }

    private void begin() {
        after(0, CONNECTED);
        after(0, FIRMWARE);
        after(0, STARTED);
        after(0, new Event.PhaseChanged(Phase.PRINTING));
    }

    private void after(long seconds, Event event) {
        now = now.plus(Duration.ofSeconds(seconds));
        view.on(new Envelope(now, ++sequence, "cube.gcode", event));
    }

    /** By dots. */
    private Object at(String path) {
        Object value = view.values();
        for (String key : path.split("\\.")) {
            assertThat(((Map<?, ?>) value).keySet().contains(key)).as(key).isTrue();
            value = ((Map<?, ?>) value).get(key);
        }
        return value;
    }

    private static Map<?, ?> map(Map<String, Object> values, String key) {
        return (Map<?, ?>) values.get(key);
    }

    private static Event temperatures(double nozzle, double target) {
        Map<String, Temperature> sensors = new LinkedHashMap<>();
        sensors.put("tool0", new Temperature(nozzle, target));
        sensors.put("bed", new Temperature(24.5, null));
        return new Event.TemperaturesReported(sensors);
    }

    private static JobView view(FileAnalysis analysis) {
        return new JobView(new Job("cube.gcode", Path.of("/home/pi/cube.gcode"), 200_000, 5000, 100, 0, true, List.of(), analysis,
                List::of));
    }
}
