package org.printwire.camera;

import java.awt.image.BufferedImage;

/** The rows of an image that is in memory. Transparency becomes white. */
record ImageRows(BufferedImage image) implements PixelSource {

    @Override
    public int width() {
        return image.getWidth();
    }

    @Override
    public int height() {
        return image.getHeight();
    }

    @Override
    public void pour(Rows rows) {
        int[] line = new int[width()];
        for (int y = 0; y < height(); y++) {
            image.getRGB(0, y, line.length, 1, line, 0, line.length);
            for (int x = 0; x < line.length; x++) {
                line[x] = onWhite(line[x]);
            }
            rows.row(y, line);
        }
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb & 0xFFFFFF;
        }
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            rgb |= ((argb >> shift & 0xFF) * alpha + 255 * (255 - alpha)) / 255 << shift;
        }
        return rgb;
    }
}
