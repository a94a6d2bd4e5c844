package org.printwire.camera;

/** A picture that comes row by row, so that a large one is never in memory as pixels. */
interface PixelSource {

    /** Pixels. */
    int width();

    /** Pixels. */
    int height();

    /**
     * Gives every row, from the top. A picture that becomes better by and by comes several times, each time all of it;
     * the last one counts. May be called again, at the same cost.
     *
     * @throws CameraException it turns out to be damaged, perhaps after some rows
     */
    void pour(Rows rows) throws CameraException;

    /** All rows at once. */
    default Pixels whole() throws CameraException {
        Pixels picture = new Pixels(width(), height());
        pour((y, rgb) -> System.arraycopy(rgb, 0, picture.rgb(), y * width(), width()));
        return picture;
    }

    /** What takes the rows. */
    interface Rows {
        /**
         * @param y   from the top, from 0
         * @param rgb the row's pixels as {@code 0xRRGGBB} from its beginning; the next row may come in the same array
         */
        void row(int y, int[] rgb);
    }
}
