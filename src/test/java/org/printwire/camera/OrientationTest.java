package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {

    /** As the standard's own words have it: which side of the picture the first row is, and which the first column. */
    @ParameterizedTest
    @CsvSource({
        "1, top    left,   123/456",
        "2, top    right,  321/654",
        "3, bottom right,  654/321",
        "4, bottom left,   456/123",
        "5, left   top,    14/25/36",
        "6, right  top,    41/52/63",
        "7, right  bottom, 63/52/41",
        "8, left   bottom, 36/25/14"})
    void the_numbers_of_exif_put_a_picture_upright(int number, String sides, String upright) {
        Pixels picture = new Pixels(3, 2, new int[] {1, 2, 3, 4, 5, 6});

        assertThat(text(Orientation.ofExif(number).of(picture))).as(sides).isEqualTo(upright);
    }

    @ParameterizedTest
    @CsvSource({
        "false, false,   0, 123/456",
        "true,  false,   0, 321/654",
        "false, true,    0, 456/123",
        "true,  true,    0, 654/321",
        "false, false,  90, 41/52/63",
        "false, false, 180, 654/321",
        "false, false, 270, 36/25/14",
        "true,  false,  90, 63/52/41",
        "false, true,   90, 14/25/36",
        "true,  true,  180, 123/456"})
    void flips_come_before_the_turn(boolean horizontal, boolean vertical, int rotate, String upright) {
        Pixels picture = new Pixels(3, 2, new int[] {1, 2, 3, 4, 5, 6});

        assertThat(text(Orientation.of(horizontal, vertical, rotate).of(picture))).isEqualTo(upright);
    }

    @Test
    void an_angle_between_is_refused() {
        assertThatThrownBy(() -> Orientation.of(false, false, 45)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void four_quarter_turns_change_nothing(@ForAll("pictures") Pixels picture) {
        Orientation quarter = new Orientation(false, 1);

        assertThat(quarter.then(quarter).then(quarter).then(quarter)).isEqualTo(Orientation.NONE);
        assertSame(quarter.of(quarter.of(quarter.of(quarter.of(picture)))), picture);
    }

    @Property
    void a_flip_and_the_same_flip_change_nothing(@ForAll("pictures") Pixels picture, @ForAll("orientations") Orientation o) {
        Orientation flip = new Orientation(true, o.quarters());

        assertThat(flip.then(flip)).isEqualTo(Orientation.NONE);
        assertSame(flip.of(flip.of(picture)), picture);
    }

    @Property
    void one_after_the_other_is_both_at_once(@ForAll("pictures") Pixels picture,
            @ForAll("orientations") Orientation first, @ForAll("orientations") Orientation second) {
        assertSame(second.of(first.of(picture)), first.then(second).of(picture));
    }

    @Property
    void a_part_of_the_upright_picture_is_found_in_the_cameras_own(@ForAll("pictures") Pixels picture,
            @ForAll("orientations") Orientation orientation, @ForAll("shares") int[] shares) {
        Pixels upright = orientation.of(picture);
        int left = shares[0] * (upright.width() - 1) / 100;
        int top = shares[1] * (upright.height() - 1) / 100;
        Box part = new Box(left, top, 1 + shares[2] * (upright.width() - left - 1) / 100,
                1 + shares[3] * (upright.height() - top - 1) / 100);

        Box source = orientation.source(part, picture.width(), picture.height());

        assertSame(orientation.of(cut(picture, source)), cut(upright, part));
    }

    @Provide
    Arbitrary<Pixels> pictures() {
        return Combinators.combine(Arbitraries.integers().between(1, 7), Arbitraries.integers().between(1, 7))
                .as((width, height) -> new Pixels(width, height, IntStream.rangeClosed(1, width * height).toArray()));
    }

    @Provide
    Arbitrary<Orientation> orientations() {
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.integers().between(0, 3))
                .as(Orientation::new);
    }

    @Provide
    Arbitrary<int[]> shares() {
        return Arbitraries.integers().between(0, 100).array(int[].class).ofSize(4);
    }

    private static Pixels cut(Pixels picture, Box part) {
        Shrink cut = new Shrink(part, part.width(), part.height());
        picture.pour(cut);
        return cut.picture();
    }

    private static void assertSame(Pixels one, Pixels other) {
        assertThat(one.width()).isEqualTo(other.width());
        assertThat(one.rgb()).isEqualTo(other.rgb());
    }

    private static String text(Pixels picture) {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < picture.height(); y++) {
            Arrays.stream(picture.rgb(), y * picture.width(), (y + 1) * picture.width()).forEach(text::append);
            text.append(y < picture.height() - 1 ? "/" : "");
        }
        return text.toString();
    }
}
