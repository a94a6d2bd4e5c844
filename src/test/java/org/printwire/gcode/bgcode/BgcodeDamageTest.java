package org.printwire.gcode.bgcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.testing.BgcodeEncoder;

/** What is broken is said before anything is printed, with the block's number, type and place. */
class BgcodeDamageTest {
    /** Gives a block of each type, all of them small enough to try every byte. */
    private static final String TEXT = "; thumbnail begin 16x12 8\n; iVBORw0K\n; thumbnail end\n; filament used [mm] = 1.5\n"
            + "; layer_height = 0.2\nG28 W\n;LAYER_CHANGE\nG1 X10.5 Y10.5 E.5\nM117 Hello\nG1 X10.5 Y10.5 E.5\n";
    private static final String REMEDY = "; copy the file again, or export it again from the slicer";
    private static final BgcodeEncoder PLAIN = new BgcodeEncoder(0, 0, 1, 65_536);

    static Stream<BgcodeEncoder> kinds() {
        return IntStream.range(0, 24).mapToObj(kind -> new BgcodeEncoder(kind % 4, kind / 4 % 3, kind / 12, 24));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_changed_bit_in_any_byte_is_found_out_where_there_are_checksums_and_never_does_harm(BgcodeEncoder encoder) {
        byte[] whole = encoder.encode(TEXT);
        for (int at = 0; at < whole.length; at++) {
            for (int mask : new int[] {0x01, 0x10, 0x80, 0xFF}) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) mask;
                boolean noticed = noticed(damaged);
                assertThat(noticed || encoder.checksum() == 0).as("byte " + at + " with " + mask).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_file_cut_at_any_byte_is_broken_or_whole_to_a_block(BgcodeEncoder encoder) throws Exception {
        byte[] whole = encoder.encode(TEXT);
        String text = text(whole);
        int good = 0;
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            if (!noticed(cut)) {
                good++;
                assertThat(text).as("cut at " + length).startsWith(text(cut));
            }
        }
        assertThat(good).as("G-code blocks but the last").isLessThan(encoder.gcodeBlocks(TEXT).size());
    }

    @TestFactory
    Stream<DynamicTest> each_kind_of_damage_is_named() {
        byte[] ini = "a=b\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] zero = BgcodeEncoder.shorts(0);
        byte[] printer = PLAIN.metadata(BgcodeEncoder.PRINTER_METADATA, "a=b\n");
        byte[] gcode = PLAIN.gcodeBlocks("G28\n").get(0);
        byte[] badSum = printer.clone();
        badSum[badSum.length - 1] ^= 1;
        String second = "block 2 (G-code) at byte 28 of the binary G-code is broken: ";
        return Stream.of(
                named("version", "the binary G-code is of version 2, and only version 1 is known; switch off \"Supports binary"
                        + " G-code\" in the slicer's printer settings and export again", PLAIN.header(2)),
                named("checksum type", "the binary G-code's checksum type 2 is not known (0 is none, 1 CRC32)" + REMEDY,
                        new BgcodeEncoder(0, 0, 2, 1).header(1)),
                named("no magic", "this is no binary G-code: it does not begin with GCDE", "GCDF......".getBytes(StandardCharsets.US_ASCII)),
                named("header cut", "the binary G-code ends within its header, at byte 5" + REMEDY, Arrays.copyOf(PLAIN.header(1), 5)),
                named("nothing else", "the binary G-code has no G-code, it ends at byte 10 after block 0" + REMEDY, PLAIN.header(1)),
                named("no G-code", "the binary G-code has no G-code, it ends at byte 28 after block 1 (printer metadata)" + REMEDY,
                        file(printer)),
                named("bad checksum", "block 1 (printer metadata) at byte 10 of the binary G-code is broken: its checksum is ",
                        file(badSum, gcode)),
                named("cut", second + "the file ends within it, at byte 40" + REMEDY, file(printer, Arrays.copyOf(gcode, 12))),
                named("type", "block 2 at byte 28 of the binary G-code is broken: its type 6 is not known (0 to 5 are)" + REMEDY,
                        file(printer, PLAIN.block(6, 0, zero, ini))),
                named("compression", second + "its compression 4 is not known (0 to 3 are)" + REMEDY,
                        file(printer, PLAIN.raw(1, 4, 4, 4, zero, ini))),
                named("metadata encoding", "block 1 (print metadata) at byte 10 of the binary G-code is broken: its encoding 1 is not"
                        + " known (0 is INI)" + REMEDY, file(PLAIN.block(4, 0, BgcodeEncoder.shorts(1), ini))),
                named("G-code encoding", second + "its encoding 3 is not known (0 is none, 1 and 2 are MeatPack)" + REMEDY,
                        file(printer, PLAIN.block(1, 0, BgcodeEncoder.shorts(3), ini))),
                named("picture format", "block 1 (thumbnail) at byte 10 of the binary G-code is broken: its picture format 3 is not known"
                        + " (0 is PNG, 1 JPG, 2 QOI)" + REMEDY, file(PLAIN.block(5, 0, BgcodeEncoder.shorts(3, 1, 1), ini))),
                named("order", "block 2 (printer metadata) at byte 24 of the binary G-code is broken: it is out of order, it must not"
                        + " come behind a block of G-code", file(PLAIN.gcodeBlocks("").get(0), printer)),
                named("twice", "block 2 (printer metadata) at byte 28 of the binary G-code is broken: it is out of order",
                        file(printer, printer)),
                named("too large", second + "it promises 4294967295 bytes, and more than 8388608 no block has" + REMEDY,
                        file(printer, PLAIN.raw(1, 0, -1, 0, zero, ini))),
                named("too large compressed", second + "it promises 16777216 bytes, and more than 8388608 no block has" + REMEDY,
                        file(printer, PLAIN.raw(1, 1, 4, 1 << 24, zero, ini))),
                named("no deflate", second + "its compressed data make no sense (", file(printer, PLAIN.raw(1, 1, 4, 4, zero, ini))),
                named("deflate of less", second + "its compressed data give 4 of the 5 bytes it promises" + REMEDY,
                        file(printer, lying(1, 5, ini))),
                named("deflate of more", second + "its compressed data give more than the 3 bytes it promises" + REMEDY,
                        file(printer, lying(1, 3, ini))),
                named("heatshrink of less", second + "its compressed data give less than it promises" + REMEDY,
                        file(printer, lying(2, 9, ini))),
                named("heatshrink of more", second + "its compressed data give more than the 2 bytes it promises" + REMEDY,
                        file(printer, lying(3, 2, ini))),
                named("heatshrink of nothing", second + "its compressed data repeat what was not there" + REMEDY,
                        file(printer, PLAIN.raw(1, 2, 4, 4, zero, new byte[4]))),
                named("half a character", second + "its packed G-code ends within a character" + REMEDY, file(printer,
                        PLAIN.block(1, 0, BgcodeEncoder.shorts(1), new byte[] {-1, -1, (byte) 0xFB, 0x0F}))),
                named("packed command", second + "its packed G-code has a command 1, which is not known" + REMEDY, file(printer,
                        PLAIN.block(1, 0, BgcodeEncoder.shorts(1), new byte[] {-1, -1, 1}))));
    }

    @Test
    void a_broken_block_is_told_again_at_each_reading_and_nothing_of_it_comes_out() throws Exception {
        byte[] whole = PLAIN.encode("G28\n");
        whole[whole.length - 6] ^= 1;
        try (BgcodeStream in = new BgcodeStream(new ByteArrayInputStream(whole))) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(BgcodeException.class);
            assertThatThrownBy(in::read).isInstanceOf(BgcodeException.class);
        }
    }

    @Test
    void no_metadata_ever_become_a_command() throws Exception {
        String hostile = "notes=one\rG28\u000bM104 S999\nM112\n=\r\rM1\n";
        byte[] file = file(PLAIN.metadata(BgcodeEncoder.FILE_METADATA, hostile), PLAIN.gcodeBlocks("G1 X1\n").get(0));
        assertThat(text(file)).isEqualTo("; notes = one G28 M104 S999\n; M112\n;  = M1\nG1 X1\n");
    }

    @Test
    void a_bomb_of_zeros_gives_no_more_than_a_block_may_have() {
        byte[] bomb = BgcodeEncoder.compress(1, new byte[BlockReader.MOST_BYTES + 1]);
        assertThat(bomb.length).isLessThan(20_000);
        assertThatThrownBy(() -> text(file(PLAIN.raw(1, 1, BlockReader.MOST_BYTES, bomb.length, BgcodeEncoder.shorts(0), bomb))))
                .isInstanceOf(BgcodeException.class).hasMessageContaining("give more than the 8388608 bytes");
    }

    private static byte[] lying(int compression, int size, byte[] data) {
        byte[] payload = BgcodeEncoder.compress(compression, data);
        return PLAIN.raw(1, compression, size, payload.length, BgcodeEncoder.shorts(0), payload);
    }

    private static byte[] file(byte[]... blocks) {
        return BgcodeEncoder.joined(PLAIN.header(1), BgcodeEncoder.joined(blocks));
    }

    private static DynamicTest named(String name, String message, byte[] file) {
        return DynamicTest.dynamicTest(name, () -> assertThatThrownBy(() -> text(file)).isInstanceOf(BgcodeException.class)
                .satisfies(thrown -> assertThat(thrown.getMessage()).startsWith(message).doesNotContain("\n")));
    }

    /** Any other exception fails the test. */
    private static boolean noticed(byte[] file) {
        boolean[] noticed = {false};
        assertThatCode(() -> {
            try {
                text(file);
            } catch (BgcodeException e) {
                noticed[0] = true;
            }
        }).doesNotThrowAnyException();
        return noticed[0];
    }

    private static String text(byte[] file) throws IOException {
        try (BgcodeStream in = new BgcodeStream(new ByteArrayInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
