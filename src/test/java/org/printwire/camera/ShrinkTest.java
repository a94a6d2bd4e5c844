package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkTest {

    @ParameterizedTest
    @CsvSource({
        "4056, 3040, 1640, 1232, 1640, 1229",
        "4608, 2592, 1640, 1232, 1640, 923",
        "1080, 1920, 1640, 1232, 693, 1232",
        "10000, 2, 16, 16, 16, 1",
        "640, 480, 1640, 1232, 640, 480"})
    void the_shape_is_kept(int width, int height, int mostWidth, int mostHeight, int wide, int high) {
        Pixels small = new Shrink(new Box(0, 0, width, height), mostWidth, mostHeight).picture();

        assertThat(small.width()).isEqualTo(wide);
        assertThat(small.height()).isEqualTo(high);
    }

    /** The largest still that is likely: an overflow of the sums would show in the white. */
    @Test
    void white_stays_white_however_large() {
        Shrink shrink = new Shrink(new Box(0, 0, 9_000, 5_000), 1640, 1232);
        int[] white = new int[9_000];
        Arrays.fill(white, 0xFFFFFF);
        for (int y = 0; y < 5_000; y++) {
            shrink.row(y, white);
        }

        assertThat(shrink.picture().rgb()).containsOnly(0xFFFFFF);
    }

    /** Lines one pixel wide are grey when shrunk: where pixels are left out they flicker between black and white. */
    @Test
    void fine_lines_become_grey() {
        Pixels lines = new Pixels(400, 300);
        for (int x = 0; x < 400; x += 2) {
            lines.fill(x, 0, 1, 300, 0xFFFFFF);
        }

        assertThat(lines.shrunkInto(100, 100).rgb()).containsOnly(0x808080);
        assertThat(Arrays.stream(lines.shrunkInto(90, 90).rgb()).map(color -> color & 0xFF))
                .allSatisfy(level -> assertThat(level).isBetween(0x66, 0x9A));
    }

    @Property(tries = 200)
    void each_pixel_is_the_mean_of_the_area_under_it(@ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height, @ForAll @IntRange(min = 1, max = 30) int most,
            @ForAll long seed) {
        Random random = new Random(seed);
        Pixels picture = new Pixels(width, height, random.ints((long) width * height, 0, 0x1000000).toArray());

        Pixels small = picture.shrunkInto(most, most);

        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    double mean = mean(picture, small, x, y, shift);
                    assertThat((double) (small.at(x, y) >> shift & 0xFF)).isBetween(mean - 0.5001, mean + 0.5001);
                }
            }
        }
    }

    private static double mean(Pixels picture, Pixels small, int x, int y, int shift) {
        double wide = (double) picture.width() / small.width();
        double high = (double) picture.height() / small.height();
        double sum = 0;
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                double across = Math.min(column + 1, (x + 1) * wide) - Math.max(column, x * wide);
                double down = Math.min(row + 1, (y + 1) * high) - Math.max(row, y * high);
                if (across > 0 && down > 0) {
                    sum += across * down * (picture.at(column, row) >> shift & 0xFF);
                }
            }
        }
        return sum / (wide * high);
    }
}
