package org.printwire.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.PrintState;
import org.printwire.stream.Input;
import org.printwire.stream.Retrace;

/** What a streamer is told beside the printer's lines must be in a recording, or its replay goes astray. */
class ToldTest {

    static Stream<Input> inputs() {
        return Stream.of(new Input.Tick(), new Input.StartJob(Map.of()), new Input.Pause(), new Input.Resume(),
                new Input.Cancel(), new Input.EmergencyStop(), new Input.Kept(17), new Input.PortLost(),
                new Input.PortBack(), new Input.FileFailed("no such: file"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void every_input_is_read_as_it_was_written(Input input) {
        List<String> words = Told.words(input);

        assertThat(words).hasSize(1);
        assertThat(Told.input(words.get(0)).orElseThrow()).usingRecursiveComparison().ignoringFields("opening.modes").isEqualTo(input);
        assertThat(Told.part(words.get(0))).isNull();
    }

    @Test
    void no_kind_of_input_is_forgotten() {
        List<Class<?>> known = Stream.concat(inputs().map(Input::getClass), Stream.of(Input.Feed.class, Input.Received.class, Input.Rejoin.class))
                .<Class<?>>map(each -> each).toList();

        assertThat(known).containsExactlyInAnyOrder(Input.class.getPermittedSubclasses());
    }

    @Test
    void a_job_that_another_host_has_begun_is_told_and_cannot_be_told_again() {
        Retrace retrace = new Retrace(List.of(), 7, 95, new PrintState(true));
        List<String> words = Told.words(new Input.Rejoin(retrace, false, Map.of(), null, List.of()));

        assertThat(words).containsExactly(Told.REJOIN);
        assertThat(Told.input(words.get(0))).isEmpty();
    }

    @Test
    void lines_of_the_file_are_counted() {
        GcodeLine move = new GcodeLine(0, 1, 1, "G1");
        GcodeLine pause = new GcodeLine(1, 2, 2, "@pause now");

        assertThat(Told.words(new Input.Feed(List.of(move, pause, move, move), true)))
                .containsExactly("fed 1", "fed @pause now", "fed 2 last");
        assertThat(Told.part("fed 2 last")).isEqualTo(new FedLines.Part(2, null, true));
        assertThat(Told.part("fed @pause now")).isEqualTo(new FedLines.Part(0, "@pause now", false));
        assertThat(Told.input("fed 2 last")).isEmpty();
    }
}
