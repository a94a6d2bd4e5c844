package org.printwire.camera;

/** A picture as {@code 0xRRGGBB}, row by row. Every change makes a new one. JDK arithmetic only, no AWT. */
public record Pixels(int width, int height, int[] rgb) {

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
        double scale = Math.min((double) boxWidth / width, (double) boxHeight / height);
        if (scale >= 1) {
            return this;
        }
        int wide = Math.max(1, (int) Math.round(width * scale));
        int high = Math.max(1, (int) Math.round(height * scale));
        Pixels shrunk = new Pixels(wide, high);
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                shrunk.rgb[y * wide + x] = average(
                        (double) x * width / wide, (double) (x + 1) * width / wide,
                        (double) y * height / high, (double) (y + 1) * height / high);
            }
        }
        return shrunk;
    }

    /** The mean colour of a rectangle whose edges may lie inside pixels. */
    private int average(double left, double right, double top, double bottom) {
        double red = 0;
        double green = 0;
        double blue = 0;
        double area = 0;
        for (int y = (int) top; y < Math.min(height, bottom); y++) {
            double high = Math.min(y + 1, bottom) - Math.max(y, top);
            for (int x = (int) left; x < Math.min(width, right); x++) {
                double weight = high * (Math.min(x + 1, right) - Math.max(x, left));
                int color = at(x, y);
                red += weight * (color >> 16 & 0xFF);
                green += weight * (color >> 8 & 0xFF);
                blue += weight * (color & 0xFF);
                area += weight;
            }
        }
        return (int) Math.round(red / area) << 16 | (int) Math.round(green / area) << 8 | (int) Math.round(blue / area);
    }
}
