package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelsTest {

    /** <pre>1 2 3
     * 4 5 6</pre> */
    private final Pixels picture = new Pixels(3, 2, new int[] {1, 2, 3, 4, 5, 6});

    @Test
    void a_quarter_turn_goes_clockwise_and_cuts_nothing() {
        Pixels turned = picture.quarterTurned();

        assertThat(turned.width()).isEqualTo(2);
        assertThat(turned.height()).isEqualTo(3);
        assertThat(turned.rgb()).containsExactly(4, 1, 5, 2, 6, 3);
    }

    @Test
    void four_quarter_turns_change_nothing() {
        assertThat(picture.quarterTurned().quarterTurned().quarterTurned().quarterTurned().rgb())
                .containsExactly(picture.rgb());
    }

    @Test
    void flips_mirror() {
        assertThat(picture.flippedHorizontally().rgb()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(picture.flippedVertically().rgb()).containsExactly(4, 5, 6, 1, 2, 3);
    }

    @Test
    void shrinking_averages() {
        Pixels board = new Pixels(4, 2, new int[] {
            0xFF0000, 0x00FF00, 0x000000, 0xFFFFFF,
            0x0000FF, 0x000000, 0xFFFFFF, 0x000000});

        assertThat(board.shrunkInto(2, 9).rgb()).containsExactly(0x404040, 0x808080);
    }

    @Test
    void a_plain_colour_stays_itself_at_any_size() {
        Pixels plain = new Pixels(100, 70);
        plain.fill(0, 0, 100, 70, 0x123456);

        Pixels shrunk = plain.shrunkInto(33, 33);

        assertThat(shrunk.width()).isEqualTo(33);
        assertThat(shrunk.height()).isEqualTo(23);
        assertThat(shrunk.rgb()).containsOnly(0x123456);
    }

    @Test
    void nothing_is_enlarged() {
        assertThat(picture.shrunkInto(100, 100)).isSameAs(picture);
    }
}
