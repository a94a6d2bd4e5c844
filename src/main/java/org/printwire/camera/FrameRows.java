package org.printwire.camera;

/**
 * The rows of a frame whose size {@link FrameDecoder} has checked.
 *
 * <p>The factors are those of BT.601 in 8,192nds: 255/219 for the brightness; 1.402, 0.714136, 0.344136 and 1.772, each
 * times 255/224, for the colours.
 */
record FrameRows(RawFrame frame) implements PixelSource {

    private static final int SHIFT = 13;
    private static final int HALF = 1 << SHIFT - 1;
    private static final int BRIGHTNESS = 9539;
    private static final int CR_TO_RED = 13075;
    private static final int CR_TO_GREEN = 6660;
    private static final int CB_TO_GREEN = 3209;
    private static final int CB_TO_BLUE = 16525;

    @Override
    public int width() {
        return frame.width();
    }

    @Override
    public int height() {
        return frame.height();
    }

    @Override
    public void pour(Rows rows) {
        int[] line = new int[width()];
        for (int y = 0; y < height(); y++) {
            read(y, line);
            rows.row(y, line);
        }
    }

    private void read(int row, int[] into) {
        int start = row * frame.stride();
        switch (frame.format()) {
            case YUYV -> yuyv(start, into);
            case NV12 -> nv12(start, (frame.height() + row / 2) * frame.stride(), into);
            case RGB24 -> rgb(start, into);
            case GREY -> grey(start, into);
            case MJPG, JPEG -> throw new IllegalStateException("JPEG has no rows of its own: " + frame.format());
        }
    }

    private void yuyv(int start, int[] into) {
        for (int x = 0; x < width(); x++) {
            int pair = start + x / 2 * 4;
            into[x] = color(at(start + x * 2), at(pair + 1), at(pair + 3));
        }
    }

    private void nv12(int start, int colors, int[] into) {
        for (int x = 0; x < width(); x++) {
            int pair = colors + x / 2 * 2;
            into[x] = color(at(start + x), at(pair), at(pair + 1));
        }
    }

    private void rgb(int start, int[] into) {
        for (int x = 0; x < width(); x++) {
            int pixel = start + x * 3;
            into[x] = at(pixel) << 16 | at(pixel + 1) << 8 | at(pixel + 2);
        }
    }

    private void grey(int start, int[] into) {
        for (int x = 0; x < width(); x++) {
            into[x] = at(start + x) * 0x010101;
        }
    }

    private int at(int place) {
        return frame.bytes()[place] & 0xFF;
    }

    private static int color(int y, int cb, int cr) {
        int bright = (y - 16) * BRIGHTNESS + HALF;
        int blueness = cb - 128;
        int redness = cr - 128;
        return level(bright + redness * CR_TO_RED) << 16
                | level(bright - redness * CR_TO_GREEN - blueness * CB_TO_GREEN) << 8
                | level(bright + blueness * CB_TO_BLUE);
    }

    private static int level(int value) {
        int level = value >> SHIFT;
        return level < 0 ? 0 : Math.min(level, 255);
    }
}
