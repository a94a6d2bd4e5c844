package org.printwire.marlin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.marlin.Reply.Fault;

/** What the wire makes of lines must neither throw nor turn a small mishap into a great one. */
class ReplyParserNoiseTest {

    private static final List<String> RECORDED = Transcript.all().stream()
            .flatMap(each -> each.received().stream()).distinct().filter(line -> !line.isEmpty()).toList();

    /** One recorded line of each wording. */
    private static final Collection<String> SHAPES = RECORDED.stream()
            .collect(Collectors.toMap(line -> line.replaceAll("[0-9]+", "0"), line -> line, (one, other) -> one)).values();

    private static final Set<Fault.Kind> MILD =
            Set.of(Fault.Kind.LINE_NUMBER, Fault.Kind.CHECKSUM, Fault.Kind.UNRECOGNISED);

    @Property(tries = 5000)
    void no_line_makes_it_throw(@ForAll("latin1Lines") String line) {
        assertThatCode(() -> ReplyParser.parse(line)).doesNotThrowAnyException();
    }

    @Property
    void no_text_at_all_makes_it_throw(@ForAll String line) {
        assertThatCode(() -> ReplyParser.parse(line)).doesNotThrowAnyException();
    }

    @Property(tries = 5000)
    void no_damaged_recording_makes_it_throw(@ForAll("damagedRecordings") String line) {
        assertThatCode(() -> ReplyParser.parse(line)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok ", "Error:", "1", "T:1 ", "Cap:A:1", "//", "rs ", "A:", " ", "?"})
    void no_length_makes_it_throw(String part) {
        assertThatCode(() -> ReplyParser.parse(part.repeat(20_000))).doesNotThrowAnyException();
    }

    @Property
    void the_noise_of_the_emulator_in_front_changes_nothing(@ForAll("recorded") String line, @ForAll("noise") String noise) {
        Reply clean = ReplyParser.parse(line);

        if (!(clean instanceof Reply.Other)) {
            assertThat(ReplyParser.parse(noise + line)).isEqualTo(clean);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Error:checksum mismatch, Last Line: 4514", "Error:No Checksum with line number, Last Line: 2",
        "Error:No Line Number with checksum, Last Line: 3", "Error:Line Number is not Last Line Number+1, Last Line: 8"})
    void one_flipped_bit_leaves_a_transmission_error_what_it_is(String line) {
        Fault.Kind kind = ((Fault) ReplyParser.parse(line)).kind();
        for (int place = 0; place < line.length(); place++) {
            for (int bit = 0; bit < 8; bit++) {
                String damaged = flip(line, place, bit);
                Reply reply = ReplyParser.parse(damaged);
                assertThat(reply).as(damaged).isInstanceOf(Fault.class);
                assertThat(((Fault) reply).kind()).as(damaged).isEqualTo(kind);
            }
        }
    }

    @Test
    void a_refusal_whose_beginning_was_damaged_to_that_of_a_report_is_a_refusal() {
        Reply reply = ReplyParser.parse("E0:gr:checksum mismatch, Last Line: 2");
        assertThat(reply).isInstanceOf(Fault.class);
        assertThat(((Fault) reply).kind()).isEqualTo(Fault.Kind.CHECKSUM);
    }

    @Property(tries = 5000)
    void many_flipped_bits_never_make_a_fatal_error_of_it(@ForAll("transmissionErrors") String line,
            @ForAll("places") List<Integer> places) {
        String damaged = line;
        for (int place : places) {
            damaged = flip(damaged, place % line.length(), place % 8);
        }
        Reply reply = ReplyParser.parse(damaged);

        boolean mild = reply instanceof Reply.Other || reply instanceof Fault fault && MILD.contains(fault.kind());
        assertThat(mild).as("%s is %s", damaged, reply).isTrue();
    }

    @Test
    void one_flipped_bit_makes_no_ok_no_boot_and_no_fatal_error_of_another_line() {
        for (String line : SHAPES) {
            Reply clean = ReplyParser.parse(line);
            for (int place = 0; place < line.length(); place++) {
                for (int bit = 0; bit < 8; bit++) {
                    String damaged = flip(line, place, bit);
                    Reply reply = ReplyParser.parse(damaged);
                    boolean worse = reply instanceof Reply.Ok && !(clean instanceof Reply.Ok)
                            || boot(reply) && !boot(clean) || fatal(reply) && !fatal(clean);
                    assertThat(worse).as("%s, damaged to %s, is %s", line, damaged, reply).isFalse();
                }
            }
        }
    }

    private static boolean boot(Reply reply) {
        return reply instanceof Reply.Start;
    }

    private static boolean fatal(Reply reply) {
        return reply instanceof Fault fault && !MILD.contains(fault.kind()) && fault.kind() != Fault.Kind.CARD;
    }

    private static String flip(String line, int place, int bit) {
        char[] damaged = line.toCharArray();
        damaged[place] ^= (char) (1 << bit);
        return new String(damaged);
    }

    @Provide
    Arbitrary<String> latin1Lines() {
        return Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(200);
    }

    @Provide
    Arbitrary<String> recorded() {
        return Arbitraries.of(RECORDED);
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings().withChars("\u0080\u00ff\u0001?~\u00c3").ofMinLength(1).ofMaxLength(4);
    }

    @Provide
    Arbitrary<String> transmissionErrors() {
        return Arbitraries.of(RECORDED.stream()
                .filter(line -> ReplyParser.parse(line) instanceof Fault fault && MILD.contains(fault.kind())).toList());
    }

    @Provide
    Arbitrary<List<Integer>> places() {
        return Arbitraries.integers().between(0, 10_000).list().ofMinSize(1).ofMaxSize(12);
    }

    /** A recorded line with a piece of anything in place of one of its own. */
    @Provide
    Arbitrary<String> damagedRecordings() {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, 200);
        return Combinators.combine(Arbitraries.of(RECORDED), latin1Lines(), place, place).as((line, piece, from, to) -> {
            int begin = Math.min(from, to) % line.length();
            int end = Math.min(Math.max(begin, Math.max(from, to)), line.length());
            return line.substring(0, begin) + piece + line.substring(end);
        });
    }
}
