package org.printwire.gcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailsTest {

    @Test
    void the_pictures_of_a_slicer_are_those_that_were_decoded_apart_from_this_project() throws IOException {
        List<Thumbnail> found = Thumbnails.read(GcodeSamples.open("qoi_thumbnails_head.gcode"));

        assertThat(found).extracting(Thumbnail::format, Thumbnail::width, Thumbnail::height, ThumbnailsTest::sha256)
                .containsExactly(
                        tuple("qoi", 16, 16, "208b5db813272e30a7e79b86ce48c50971580cf793fc786c35c05fd78e73ce08"),
                        tuple("qoi", 220, 124, "1582c65027b6d002b35da096a61e275d5341625678a02fa621fab0622c68b828"));
    }

    @ParameterizedTest
    @CsvSource({"thumbnail, png, data:image/png;base64", "thumbnail_JPG, jpg, data:image/jpeg;base64",
        "thumbnail_QOI, qoi, data:image/qoi;base64"})
    void each_format_is_an_address_that_a_browser_shows(String tag, String format, String address) throws IOException {
        assertThat(read(picture(tag, "160x120", "hello"))).singleElement().satisfies(picture -> {
            assertThat(picture.format()).isEqualTo(format);
            assertThat(picture.width()).isEqualTo(160);
            assertThat(picture.height()).isEqualTo(120);
            assertThat(picture.bytes()).isEqualTo("hello".getBytes(ISO_8859_1));
            assertThat(picture.dataUri()).isEqualTo(address + ",aGVsbG8=");
        });
    }

    @Test
    void base64_over_several_lines_is_one_picture() throws IOException {
        String text = Base64.getMimeEncoder(76, "\n; ".getBytes(ISO_8859_1)).encodeToString(new byte[1000]);
        assertThat(read("; thumbnail begin 16x16 1336\r\n; " + text + "\n; thumbnail end\n"))
                .singleElement().extracting(Thumbnail::bytes).isEqualTo(new byte[1000]);
    }

    @ParameterizedTest
    @CsvSource({"; thumbnail begin 16x16 9|; aGVs!bG8=|; thumbnail end", "; thumbnail begin 16x16 9|; aGVsbG8=",
        "; thumbnail begin 16 9|; aGVsbG8=|; thumbnail end", "; thumbnail_BIQU begin 16x16 9|; aGVsbG8=|; thumbnail_BIQU end",
        "; thumbnail begin 16x16 9|; thumbnail end", "; thumbnail end", "; thumbnail", ";",
        "G28|; thumbnail begin 16x16 9|; aGVsbG8=|; thumbnail end"})
    void what_is_broken_or_unknown_or_behind_a_command_is_left_out(String lines) throws IOException {
        assertThat(read(lines.replace('|', '\n'))).isEmpty();
    }

    @Test
    void a_broken_picture_takes_no_other_with_it() throws IOException {
        assertThat(read("; thumbnail begin 1x1 9\n; !!!\n; thumbnail end\n" + picture("thumbnail", "2x2", "x")
                + "; thumbnail begin 3x3 9\n")).extracting(Thumbnail::width).containsExactly(2);
    }

    @Test
    void a_picture_that_is_too_large_is_left_out() throws IOException {
        assertThat(read("; thumbnail begin 9x9 9\n" + "; AAAAAAAA\n".repeat(Thumbnails.MOST_CHARS / 8 + 1)
                + "; thumbnail end\n" + picture("thumbnail", "2x2", "x"))).extracting(Thumbnail::width).containsExactly(2);
    }

    @Test
    void the_head_is_bounded_in_bytes_and_pictures() throws IOException {
        assertThat(read(picture("thumbnail", "2x2", "x").repeat(100))).hasSize(16);
        assertThat(read("; nothing\n".repeat(500_000) + picture("thumbnail", "2x2", "x"))).isEmpty();
    }

    @Test
    void a_file_that_is_gone_has_none() {
        assertThat(Thumbnails.of(Path.of("no", "such", "file.gcode"))).isEmpty();
    }

    private static String picture(String tag, String size, String content) {
        String text = Base64.getEncoder().encodeToString(content.getBytes(ISO_8859_1));
        return "; " + tag + " begin " + size + " " + text.length() + "\n; " + text + "\n; " + tag + " end\n";
    }

    private static List<Thumbnail> read(String file) throws IOException {
        try (InputStream in = GcodeSamples.stream(file)) {
            return Thumbnails.read(in);
        }
    }

    private static String sha256(Thumbnail picture) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
