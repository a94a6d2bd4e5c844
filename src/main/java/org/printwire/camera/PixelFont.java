package org.printwire.camera;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Capitals, digits and a few signs, 5 x 7 dots each. Java's own text drawing needs fonts that a bare machine without a
 * screen may not have, and takes long to load; these need nothing.
 */
final class PixelFont {

    private static final int COLUMNS = 5;
    private static final int ROWS = 7;

    /** One glyph a line: the sign, then its rows from the top, five dots each as a number (16 is the left dot). */
    private static final String GLYPHS = """
            0 14 17 19 21 25 17 14
            1 4 12 4 4 4 4 14
            2 14 17 1 2 4 8 31
            3 31 2 4 2 1 17 14
            4 2 6 10 18 31 2 2
            5 31 16 30 1 1 17 14
            6 6 8 16 30 17 17 14
            7 31 1 2 4 8 8 8
            8 14 17 17 14 17 17 14
            9 14 17 17 15 1 2 12
            A 14 17 17 31 17 17 17
            B 30 17 17 30 17 17 30
            C 14 17 16 16 16 17 14
            D 28 18 17 17 17 18 28
            E 31 16 16 30 16 16 31
            F 31 16 16 30 16 16 16
            G 14 17 16 23 17 17 15
            H 17 17 17 31 17 17 17
            I 14 4 4 4 4 4 14
            J 7 2 2 2 2 18 12
            K 17 18 20 24 20 18 17
            L 16 16 16 16 16 16 31
            M 17 27 21 21 17 17 17
            N 17 25 21 19 17 17 17
            O 14 17 17 17 17 17 14
            P 30 17 17 30 16 16 16
            Q 14 17 17 17 21 18 13
            R 30 17 17 30 20 18 17
            S 15 16 16 14 1 1 30
            T 31 4 4 4 4 4 4
            U 17 17 17 17 17 17 14
            V 17 17 17 17 17 10 4
            W 17 17 17 21 21 27 17
            X 17 17 10 4 10 17 17
            Y 17 17 10 4 4 4 4
            Z 31 1 2 4 8 16 31
            - 0 0 0 31 0 0 0
            _ 0 0 0 0 0 0 31
            . 0 0 0 0 0 12 12
            : 0 12 12 0 12 12 0
            % 24 25 2 4 8 19 3
            / 1 1 2 4 8 16 16
            ( 2 4 8 8 8 4 2
            ) 8 4 2 2 2 4 8
            + 0 4 4 31 4 4 0
            """;
    private static final int[] UNKNOWN = {31, 17, 17, 17, 17, 17, 31};
    private static final int[] BLANK = new int[ROWS];
    private static final Map<Character, int[]> FONT = read();

    private PixelFont() {}

    /** Draws the text from its upper left corner; each dot is a square of {@code size} pixels. Ends at the edge. */
    static void draw(Pixels picture, int left, int top, int size, int color, String text) {
        int x = left;
        for (char sign : text.toUpperCase(Locale.ROOT).toCharArray()) {
            int[] rows = sign == ' ' ? BLANK : FONT.getOrDefault(sign, UNKNOWN);
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    if ((rows[row] >> COLUMNS - 1 - column & 1) == 1) {
                        picture.fill(x + column * size, top + row * size, size, size, color);
                    }
                }
            }
            x += (COLUMNS + 1) * size;
        }
    }

    private static Map<Character, int[]> read() {
        Map<Character, int[]> font = new HashMap<>();
        for (String line : GLYPHS.split("\n")) {
            String[] words = line.split(" ");
            int[] rows = new int[ROWS];
            for (int row = 0; row < ROWS; row++) {
                rows[row] = Integer.parseInt(words[row + 1]);
            }
            font.put(words[0].charAt(0), rows);
        }
        return font;
    }
}
