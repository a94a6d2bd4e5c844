package org.printwire.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.printwire.marlin.DecodedLine.Accepted;
import org.printwire.marlin.DecodedLine.Rejected;

class FrameDecoderTest {

    @Test
    void the_recorded_faults_are_told_apart() {
        // prusa-protocol.txt and marlin-basic.txt
        assertThat(fault("N3 G1 X30*99", 2)).isEqualTo(FrameFault.CHECKSUM);
        assertThat(fault("N7 M105*38", 2)).isEqualTo(FrameFault.LINE_NUMBER);
        assertThat(fault("N9 M105*40", 3)).isEqualTo(FrameFault.LINE_NUMBER);
        assertThat(fault("N2 M105*35", 3)).isEqualTo(FrameFault.LINE_NUMBER);
        assertThat(fault("N4 M105", 3)).isEqualTo(FrameFault.NO_CHECKSUM);
        assertThat(fault("M105*39", 3)).isEqualTo(FrameFault.NO_LINE_NUMBER);
        assertThat(fault("N500 M110 N500*104", 4)).isEqualTo(FrameFault.CHECKSUM);
    }

    @Test
    void m110_may_have_any_number() {
        assertThat(FrameDecoder.decode("N0 M110 N0*125", 4711)).isEqualTo(new Accepted(Frame.numbered(0, "M110 N0")));
    }

    @Test
    void a_bare_command_is_accepted() {
        assertThat(FrameDecoder.decode(" M105", 7)).isEqualTo(new Accepted(Frame.bare("M105")));
    }

    @Test
    void a_refused_line_tells_how_it_read() {
        assertThat(FrameDecoder.decode("M105*39")).isEqualTo(
                new Rejected(FrameFault.NO_LINE_NUMBER, Frame.bare("M105")));
    }

    @Test
    void an_asterisk_in_the_text_is_no_checksum() {
        Frame frame = Frame.numbered(8, "M117 2*3");

        assertThat(FrameDecoder.decode(frame.line(), 7)).isEqualTo(new Accepted(frame));
    }

    @Property
    void decoding_gives_back_what_was_encoded(
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long number, @ForAll("commands") String command) {
        Frame frame = Frame.numbered(number, command);

        assertThat(FrameDecoder.decode(frame.line(), number - 1)).isEqualTo(new Accepted(frame));
    }

    /**
     * One flipped bit never makes another command of a line: the printer refuses it, or takes the very same command
     * (a checksum of 0 whose digit is damaged is still read as 0). A flip may make a line end; then what stands before
     * it is refused, and the firmware throws away the rest with its receive buffer.
     *
     * <p>Not so for a command that holds an asterisk of its own: the text before it can have, by chance, the checksum
     * that the text behind it says.
     */
    @Property(tries = 5000)
    void a_flipped_bit_never_makes_another_command(@ForAll @LongRange(min = 0, max = 99_999) long number,
            @ForAll("commandsWithoutAsterisk") String command,
            @ForAll @IntRange(max = 1000) int place, @ForAll @IntRange(max = 7) int bit) {
        Frame frame = Frame.numbered(number, command);
        char[] damaged = frame.line().toCharArray();
        damaged[place % damaged.length] ^= (char) (1 << bit);
        String first = new String(damaged).split("[\n\r]", -1)[0];

        DecodedLine decoded = FrameDecoder.decode(first, number - 1);

        assertThat(decoded instanceof Rejected || decoded.equals(new Accepted(frame)))
                .as("%s became %s", frame.line(), decoded).isTrue();
    }

    @Property
    void no_line_makes_it_throw(@ForAll("anything") String line) {
        assertThat(FrameDecoder.decode(line, 1)).isNotNull();
    }

    @Provide
    Arbitrary<String> commands() {
        Arbitrary<String> moves = Arbitraries.strings().withChars("GMTXYZEF0123456789. -;*()").ofMaxLength(60);
        Arbitrary<String> texts = latin1().ofMaxLength(90);
        return Arbitraries.oneOf(moves, texts);
    }

    @Provide
    Arbitrary<String> commandsWithoutAsterisk() {
        return commands().map(command -> command.replace("*", ""));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(latin1().ofMaxLength(200), latin1().ofMaxLength(20).map(text -> "N" + text));
    }

    private static net.jqwik.api.arbitraries.StringArbitrary latin1() {
        char[] all = new char[254];
        int at = 0;
        for (char c = 0; c <= 255; c++) {
            if (c != '\n' && c != '\r') {
                all[at++] = c;
            }
        }
        return Arbitraries.strings().withChars(Arrays.copyOf(all, at));
    }

    private static FrameFault fault(String line, long lastLine) {
        return ((Rejected) FrameDecoder.decode(line, lastLine)).fault();
    }
}
