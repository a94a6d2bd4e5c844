package org.printwire.camera;

/** A picture as {@code 0xRRGGBB}, row by row. Every change makes a new one. JDK arithmetic only, no AWT. */
public record Pixels(int width, int height, int[] rgb) implements PixelSource {

    Pixels(int width, int height) {
        this(width, height, new int[width * height]);
    }

    int at(int x, int y) {
        return rgb[y * width + x];
    }

    void fill(int left, int top, int wide, int high, int color) {
        for (int y = Math.max(0, top); y < Math.min(height, top + high); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + wide); x++) {
                rgb[y * width + x] = color;
            }
        }
    }

    Pixels flippedHorizontally() {
        Pixels flipped = new Pixels(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                flipped.rgb[y * width + width - 1 - x] = at(x, y);
            }
        }
        return flipped;
    }

    Pixels flippedVertically() {
        Pixels flipped = new Pixels(width, height);
        for (int y = 0; y < height; y++) {
            System.arraycopy(rgb, y * width, flipped.rgb, (height - 1 - y) * width, width);
        }
        return flipped;
    }

    /** A quarter turn clockwise: width and height change places, nothing is cut. */
    Pixels quarterTurned() {
        Pixels turned = new Pixels(height, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned.rgb[x * height + height - 1 - y] = at(x, y);
            }
        }
        return turned;
    }

    /** Shrunk into the box with its shape kept, by averaging the area under each pixel. Never enlarged. */
    Pixels shrunkInto(int boxWidth, int boxHeight) {
        Shrink shrink = new Shrink(new Box(0, 0, width, height), boxWidth, boxHeight);
        if (shrink.keepsSize()) {
            return this;
        }
        pour(shrink);
        return shrink.picture();
    }

    @Override
    public void pour(Rows rows) {
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(rgb, y * width, line, 0, width);
            rows.row(y, line);
        }
    }
}
