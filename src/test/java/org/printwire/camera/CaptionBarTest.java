package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.config.CaptionPart;

class CaptionBarTest {

    private static final Instant TIME = Instant.parse("2026-11-25T10:42:07Z");
    private static final Caption PRINTING = new Caption(TIME, "cube.gcode", 42, 12, 50, 2.4);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "file percent layer z time, cube.gcode  42 %  layer 12/50  Z 2.40  2026-11-25 11:42:07",
        "layer,                     layer 12/50",
        "time file,                 2026-11-25 11:42:07  cube.gcode"})
    void the_parts_stand_in_the_order_that_was_asked_for(String parts, String text) {
        assertThat(CaptionBar.text(parts(parts), PRINTING, BERLIN, 99)).isEqualTo(text);
    }

    @Test
    void what_is_not_known_is_left_out() {
        List<CaptionPart> all = List.of(CaptionPart.values());

        assertThat(CaptionBar.text(all, new Caption(TIME, null, 0), BERLIN, 99)).isEqualTo("2026-11-25 11:42:07");
        assertThat(CaptionBar.text(all, new Caption(TIME, "a.gcode", 5, 3, null, null), BERLIN, 99))
                .isEqualTo("a.gcode  5 %  layer 3  2026-11-25 11:42:07");
    }

    @Test
    void a_name_that_is_too_long_loses_its_middle() {
        Caption caption = new Caption(TIME, "a_very_long_name_of_a_file_0.2mm_PETG.gcode", 42);

        assertThat(CaptionBar.text(parts("file percent"), caption, BERLIN, 30))
                .isEqualTo("a_very_long.._PETG.gcode  42 %").hasSize(30);
    }

    @Test
    void the_bar_covers_the_lower_edge_alone() {
        Pixels picture = new Pixels(640, 480);
        picture.fill(0, 0, 640, 480, 0x336699);

        CaptionBar.draw(picture, parts("file percent"), PRINTING, BERLIN);

        assertThat(Arrays.stream(picture.rgb(), 0, 640 * 454)).containsOnly(0x336699);
        assertThat(Arrays.stream(picture.rgb(), 640 * 454, 640 * 480)).containsOnly(0x101010, 0xF5F5F5);
    }

    @Test
    void another_layer_is_another_picture() {
        Pixels twelfth = new Pixels(640, 480);
        Pixels thirteenth = new Pixels(640, 480);

        CaptionBar.draw(twelfth, parts("layer"), PRINTING, BERLIN);
        CaptionBar.draw(thirteenth, parts("layer"), new Caption(TIME, "cube.gcode", 42, 13, 50, 2.6), BERLIN);

        assertThat(twelfth.rgb()).isNotEqualTo(thirteenth.rgb());
    }

    @Test
    void no_parts_leave_the_picture_as_it_is() {
        Pixels picture = new Pixels(64, 48);

        CaptionBar.draw(picture, List.of(), PRINTING, BERLIN);

        assertThat(picture.rgb()).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 400", "400, 5", "3000, 20"})
    void any_size_of_picture_takes_a_bar(int width, int height) {
        CaptionBar.draw(new Pixels(width, height), List.of(CaptionPart.values()), PRINTING, BERLIN);
    }

    private static List<CaptionPart> parts(String words) {
        return Stream.of(words.split(" ")).map(word -> CaptionPart.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
