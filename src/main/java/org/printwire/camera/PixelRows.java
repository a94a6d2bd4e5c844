package org.printwire.camera;

/**
 * A picture that is read row by row, so that a large one never has to be in memory as pixels. Any row at any time, as
 * often as wanted.
 */
interface PixelRows {

    int width();

    int height();

    /** Puts the row, from the top, into the first {@link #width()} places as {@code 0xRRGGBB}. */
    void read(int row, int[] into);

    /** All of them at once. */
    default Pixels whole() {
        Pixels picture = new Pixels(width(), height());
        int[] line = new int[width()];
        for (int row = 0; row < height(); row++) {
            read(row, line);
            System.arraycopy(line, 0, picture.rgb(), row * width(), width());
        }
        return picture;
    }
}
