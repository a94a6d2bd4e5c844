package org.printwire.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real firmware said, as recorded, falls through nowhere unintended. */
class TranscriptsTest {

    /** Lines without a meaning, each with its reason. */
    private static final Map<String, String> OTHER = Map.of(
            "3.14.0-BETA1", "free text that answers M115 V",
            "x86_64 Initialized", "said by the Linux build of Marlin only, never by a board");

    /** Echoes that are for people to read, or that the error joiner reads. */
    private static final List<String> ECHOES = List.of("Press me", "hello", "echoed text", "M112 Shutdown");

    static Stream<Transcript> recordings() {
        return Transcript.all().stream();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void no_line_falls_through_unintended(Transcript transcript) {
        List<String> fallen = transcript.received().stream()
                .filter(line -> ReplyParser.parse(line) instanceof Reply.Other)
                .filter(line -> !OTHER.containsKey(line))
                .toList();

        assertThat(fallen).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void no_line_is_an_echo_that_means_more(Transcript transcript) {
        assertThat(transcript.received().stream().map(ReplyParser::parse))
                .filteredOn(reply -> reply instanceof Reply.Echo)
                .extracting(reply -> ((Reply.Echo) reply).text())
                .isSubsetOf(ECHOES);
    }

    @Test
    void the_recordings_hold_so_many_lines_of_each_kind() {
        Map<String, Long> kinds = Transcript.all().stream().flatMap(each -> each.received().stream())
                .map(line -> kind(ReplyParser.parse(line)))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));

        // counted with grep in the files
        assertThat(kinds).containsAllEntriesOf(Map.ofEntries(
                Map.entry("Ok", 189L), Map.entry("Resend", 17L), Map.entry("Start", 8L),
                Map.entry("Busy PROCESSING", 248L), Map.entry("Busy PAUSED_FOR_USER", 166L),
                Map.entry("Temperatures", 365L), Map.entry("Position", 18L), Map.entry("Firmware", 2L),
                Map.entry("ModeProgress", 4L), Map.entry("ReceiveLoss TIMEOUT", 3L),
                Map.entry("ReceiveLoss OVERFLOW", 1L), Map.entry("PowerPanic", 1L), Map.entry("FanFault", 2L),
                Map.entry("MoveAborted", 3L), Map.entry("Fault LINE_NUMBER", 7L), Map.entry("Fault CHECKSUM", 7L),
                Map.entry("Fault THERMAL", 1L), Map.entry("Fault HALTED", 6L), Map.entry("UnknownCommand", 12L),
                Map.entry("Warning", 2L)));
    }

    @Test
    void no_recorded_line_is_an_unrecognised_fault() {
        assertThat(Transcript.all().stream().flatMap(each -> each.received().stream())
                .map(line -> kind(ReplyParser.parse(line)))).doesNotContain("Fault UNRECOGNISED", "Fault CARD");
    }

    private static String kind(Reply reply) {
        String name = reply.getClass().getSimpleName();
        if (reply instanceof Reply.Fault fault) {
            return name + " " + fault.kind();
        }
        if (reply instanceof Reply.Busy busy) {
            return name + " " + busy.kind();
        }
        return reply instanceof Reply.ReceiveLoss loss ? name + " " + loss.kind() : name;
    }
}
