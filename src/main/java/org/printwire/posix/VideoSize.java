package org.printwire.posix;

/**
 * A size that a camera has, or a range of sizes, in pixels. A single one has a step of 0 and its least and most alike.
 */
public record VideoSize(int leastWidth, int mostWidth, int stepWidth, int leastHeight, int mostHeight, int stepHeight) {

    /** One size. */
    public static VideoSize of(int width, int height) {
        return new VideoSize(width, width, 0, height, height, 0);
    }

    /** The nearest width that it has. */
    public int width(int wanted) {
        return nearest(wanted, leastWidth, mostWidth, stepWidth);
    }

    /** The nearest height that it has. */
    public int height(int wanted) {
        return nearest(wanted, leastHeight, mostHeight, stepHeight);
    }

    private static int nearest(int wanted, int least, int most, int step) {
        int inside = Math.max(least, Math.min(most, wanted));
        return step <= 1 ? inside : least + (inside - least) / step * step;
    }

    /** As {@code 640x480} or {@code 16x16 to 3840x2160}. */
    @Override
    public String toString() {
        String least = leastWidth + "x" + leastHeight;
        return leastWidth == mostWidth && leastHeight == mostHeight
                ? least : least + " to " + mostWidth + "x" + mostHeight;
    }
}
