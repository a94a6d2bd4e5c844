package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.testing.BgcodeEncoder;

class GcodeFileTest {
    @TempDir
    Path folder;

    static java.util.stream.Stream<GcodeSamples.Facts> facts() {
        return GcodeSamples.facts();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void takes_every_sample_even_the_one_full_of_nul_bytes(GcodeSamples.Facts facts) throws Exception {
        GcodeFile.requirePrintable(write(GcodeSamples.open(facts.file()).readAllBytes()));
    }

    @Test
    void takes_a_file_with_a_huge_thumbnail_before_the_first_command() throws Exception {
        GcodeFile.requirePrintable(write("; thumbnail begin 640x480 900000\n" + "; AAAA\n".repeat(50_000) + "g28"));
    }

    @Test
    void takes_a_file_that_ends_in_control_z() throws Exception {
        GcodeFile.requirePrintable(write("G28\r\n\u001a"));
    }

    @Test
    void a_missing_file() {
        refused(folder.resolve("x.gcode"), "x.gcode does not exist; check the name and the folder");
    }

    @Test
    void a_directory() {
        refused(folder, "is a directory; name a G-code file in it");
    }

    @Test
    void a_file_that_may_not_be_read() throws IOException {
        Path file = write("G28");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        assumeFalse(Files.isReadable(file), "root reads everything");
        refused(file, "may not be read by this user; allow it with: chmod a+r");
    }

    @Test
    void a_device() {
        refused(Path.of("/dev/null"), "/dev/null is no regular file but a pipe or a device; copy the G-code into a file first");
    }

    @Test
    void an_empty_file() throws IOException {
        refused(write(""), "is empty; export it from the slicer again");
    }

    @Test
    void a_file_of_comments() throws IOException {
        refused(write("; only\n\n"), "has no commands, only comments and blank lines; export it from the slicer again");
    }

    @Test
    void a_file_of_nul_bytes() throws IOException {
        refused(write(new byte[5000]), "has no commands, only NUL bytes; export it from the slicer again");
    }

    @Test
    void a_letter_home() throws IOException {
        refused(write("Good morning,\nMy dear.\n"), "is no G-code: no line is a G, M or T command; export G-code from a slicer");
    }

    @Test
    void binary_gcode_that_is_broken() throws IOException {
        refused(write("GCDE\1\0\0\0"), ": the binary G-code ends within its header, at byte 8; copy the file again, or export it"
                + " again from the slicer");
    }

    @Test
    void takes_binary_gcode_whatever_its_name() throws Exception {
        GcodeFile.requirePrintable(write(new BgcodeEncoder(1, 1, 1, 65_536).encode("; a = b\nG28\n")));
    }

    @Test
    void compressed_and_packed_files() throws IOException {
        refused(write("\u001f\u008b\u0008\0"), "is compressed by gzip; unpack it first: gunzip");
        refused(write("PK\3\4\24\0\0\0cube.gcode"), "is a ZIP archive; unpack it first: unzip");
        refused(write("PK\3\4\24\0\0\0[Content_Types].xml"), "is a 3MF project; open it in a slicer and export G-code");
    }

    @Test
    void models() throws IOException {
        refused(write("solid cube\n facet normal 0 0 1\n"), "is an STL model; open it in a slicer and export G-code");
        byte[] stl = ByteBuffer.allocate(134).order(ByteOrder.LITTLE_ENDIAN).putInt(80, 1).array();
        refused(write(stl), "is an STL model; open it in a slicer and export G-code");
        refused(write("ISO-10303-21;\n"), "is a STEP model; open it in a slicer and export G-code");
    }

    @Test
    void a_web_page_and_utf16_text() throws IOException {
        refused(write("\n<!DOCTYPE HTML><p>G28"), "is a web page; download the G-code file itself");
        refused(write("G28\n".getBytes(StandardCharsets.UTF_16)), "is text in UTF-16; save it as UTF-8 or ASCII");
    }

    @Test
    void random_bytes() throws IOException {
        byte[] junk = new byte[100_000];
        new Random(1).nextBytes(junk);
        refused(write(junk), "is no G-code but binary data; export G-code from a slicer");
    }

    private Path write(String bytes) throws IOException {
        return write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.gcode"), bytes);
    }

    private static void refused(Path file, String ending) {
        assertThatThrownBy(() -> GcodeFile.requirePrintable(file)).isInstanceOf(GcodeFileException.class)
                .satisfies(thrown -> assertThat(thrown.getMessage()).startsWith(file.toString()).endsWith(ending)
                        .doesNotContain("\n"));
    }
}
