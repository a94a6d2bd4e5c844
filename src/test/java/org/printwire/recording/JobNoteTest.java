package org.printwire.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.gcode.GcodeWord;
import org.printwire.marlin.MeatPack;
import org.printwire.stream.Park;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.WindowPolicy;
import org.printwire.testing.Talk;

/** What a replay must know of a job, and profile and firmware do not say. */
class JobNoteTest {

    private static final StreamSettings PLAIN = Talk.PRUSA.with(new WindowPolicy(2, 126));
    private static final Set<Integer> ALONE = Set.of(GcodeWord.code("M250.1"), GcodeWord.code("G81"), GcodeWord.code("T?"));

    static Stream<StreamSettings> settings() {
        return Stream.of(Talk.PRUSA, PLAIN, PLAIN.keeping(),
                PLAIN.keeping().parking(new Park(List.of("G1 E-0.8", "G1 X0 Y200 F9000"), Duration.ofMillis(500), 2, 12)), PLAIN.with(new MeatPack(true)),
                PLAIN.with(new MeatPack(false)).keeping(), PLAIN.with(new WindowPolicy(4, 126, ALONE)),
                PLAIN.with(new WindowPolicy(1, Integer.MAX_VALUE, ALONE)).with(new MeatPack(true)).keeping());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void the_job_is_known_from_its_note_whatever_profile_and_firmware_say_today(StreamSettings settings) {
        JobNote note = JobNote.of(JobNote.words(settings)).orElseThrow();

        StreamSettings today = Talk.PRUSA.with(new WindowPolicy(3, 99, Set.of(GcodeWord.code("M1"))));
        assertThat(note.applied(today).window()).isEqualTo(settings.window());
        assertThat(note.applied(today).code()).isEqualTo(settings.code());
        assertThat(note.applied(today).park()).isEqualTo(settings.park());
        assertThat(note.applied(today).keeps()).isEqualTo(settings.keeps());
    }

    @Test
    void people_can_read_it() {
        assertThat(JobNote.words(PLAIN)).isEqualTo("job, window 2/126");
        assertThat(JobNote.words(PLAIN.with(new WindowPolicy(2, 126, ALONE)).with(new MeatPack(true)).keeping()))
                .isEqualTo("job, window 2/126, alone G81 M250.1 T0, packed without blanks, kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "job", "job, window 0/126", "job, window 2/0", "job, window 2/126, alone", "job, window 2/126, alone X1",
            "job, window 2/126, packed with care", "job, window 99999999999/1"})
    void what_is_no_note_is_none(String words) {
        assertThat(JobNote.of(words)).isEmpty();
    }
}
