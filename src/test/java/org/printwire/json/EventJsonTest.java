package org.printwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.event.Event.ProgressSource;
import org.printwire.testing.EventSamples;

class EventJsonTest {

    private static final Instant TIME = Instant.parse("2026-11-23T18:30:05Z");

    @Test
    void there_is_a_sample_of_every_event() {
        assertThat(EventSamples.all()).extracting(event -> (Object) event.getClass()).isEqualTo(List.copyOf(Event.types()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_event_comes_back_as_it_was(Event event) {
        Envelope envelope = EventSamples.envelope(event);

        assertThat(Json.parseEvent(Json.event(envelope))).isEqualTo(envelope);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_component_is_written_under_its_own_name_after_the_circumstances(Event event) {
        Envelope envelope = EventSamples.envelope(event);

        assertThat(Json.parseObject(Json.event(envelope)).keySet().stream().skip(envelope.job() == null ? 3 : 4)
                .filter(key -> !key.equals("eta")))
                .containsExactlyElementsOf(Arrays.stream(event.getClass().getRecordComponents())
                        .map(RecordComponent::getName).toList());
    }

    @Test
    void no_component_hides_one_of_the_circumstances() {
        assertThat(Event.types()).allSatisfy(type -> assertThat(type.getRecordComponents())
                .extracting(RecordComponent::getName).doesNotContain("time", "seq", "event", "job"));
    }

    @Test
    void a_line_has_the_circumstances_first_and_milliseconds_always() {
        assertThat(Json.event(new Envelope(TIME, 7, "cube.gcode",
                        new Event.ProgressChanged(34, 19, ProgressSource.M73_NORMAL, 226000L))))
                .isEqualTo("{\"time\":\"2026-11-23T18:30:05.000Z\",\"seq\":7,\"event\":\"progress.changed\","
                        + "\"job\":\"cube.gcode\",\"percent\":34,\"minutesLeft\":19,\"source\":\"m73Normal\","
                        + "\"filePosition\":226000,\"eta\":\"2026-11-23T18:49:05Z\"}");
    }

    @Test
    void what_lies_ahead_is_told_as_a_time_too_where_it_is_known() {
        assertThat(Json.event(new Envelope(TIME, 7, null, new Event.ProgressChanged(34, 19, ProgressSource.ESTIMATE, 1L, 90, 15))))
                .endsWith("\"secondsLeft\":90,\"uncertainty\":15,\"eta\":\"2026-11-23T18:31:35Z\"}");
        assertThat(Json.event(new Envelope(TIME, 7, null, new Event.ProgressChanged(1, null, ProgressSource.BYTES, 1L))))
                .doesNotContain("eta");
        assertThat(Json.event(new Envelope(TIME, 7, null, new Event.StopsPlanned(List.of(
                new Event.PlannedStop("M601", 9, null, 60), new Event.PlannedStop("M0", 12, null, null))))))
                .endsWith("\"stops\":[{\"command\":\"M601\",\"line\":9,\"seconds\":60,\"eta\":\"2026-11-23T18:31:05Z\"},"
                        + "{\"command\":\"M0\",\"line\":12}]}");
    }

    @Test
    void what_is_not_known_is_left_out() {
        assertThat(Json.event(new Envelope(TIME, 7, null, new Event.PrintPaused(Actor.USER, null))))
                .isEqualTo("{\"time\":\"2026-11-23T18:30:05.000Z\",\"seq\":7,\"event\":\"print.paused\",\"by\":\"user\"}");
        assertThat(Json.event(EventSamples.envelope(EventSamples.all().get(24)))).contains("\"P\":{\"actual\":31.5}");
    }

    @Test
    void constants_are_written_in_lower_camel_case() {
        assertThat(Json.event(new Envelope(TIME, 1, null,
                new Event.PrintFailed("a", FailReason.CONNECTION_LOST, "b", 1, 2)))).contains("\"connectionLost\"");
    }

    @Test
    void a_text_with_line_ends_stays_on_one_line() {
        assertThat(Json.event(new Envelope(TIME, 1, "a\nb\u0000\"ü", new Event.FilamentRunout())))
                .doesNotContain("\n").contains("a\\nb\\u0000\\\"ü");
    }

    @Test
    void keys_of_later_versions_are_ignored() {
        assertThat(Json.parseEvent("{\"time\":\"2026-11-23T18:30:05.000Z\",\"seq\":1,\"event\":\"filament.runout\",\"tool\":1}"))
                .isEqualTo(new Envelope(TIME, 1, null, new Event.FilamentRunout()));
    }

    @Test
    void a_line_that_is_no_event_is_refused() {
        assertThatThrownBy(() -> Json.parseEvent("{}")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an event in JSON: no event");
        assertThatThrownBy(() -> Json.parseEvent("{\"event\":\"lunch.eaten\"}")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no event is named \"lunch.eaten\"");
        assertThatThrownBy(() -> Json.parseEvent("hello")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.parseEvent("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.parseEvent("{\"time\":\"2026-11-23T18:30:05.000Z\",\"seq\":1,\"event\":\"print.resumed\",\"by\":\"dog\"}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.parseEvent("{\"time\":\"noon\",\"seq\":1,\"event\":\"filament.runout\"}"))
                .hasMessage("not a time: \"noon\"");
    }

    static List<Event> samples() {
        return EventSamples.all();
    }
}
