package org.printwire.camera;

import java.util.Arrays;

/**
 * Takes a picture row by row, cuts a part out of it and shrinks that into a box with its shape kept: each pixel becomes
 * the mean of the area under it, so that nothing flickers as it does where pixels are only left out. Never enlarges. In
 * whole numbers, exact to the rounding of the mean. Memory: the small picture and a row. All rows may come again; then the
 * picture is that of the last time.
 */
final class Shrink implements PixelSource.Rows {

    private final Box part;
    private final Pixels picture;
    /** Red, green and blue of each column of the row at hand; each is a sum of {@code part.width} shares. */
    private final int[] across;
    /** The same for the small row under way, of up to {@code part.width * part.height} shares. */
    private final long[] sums;

    Shrink(Box part, int mostWidth, int mostHeight) {
        double scale = Math.min(1, Math.min((double) mostWidth / part.width(), (double) mostHeight / part.height()));
        this.part = part;
        this.picture = new Pixels(Math.max(1, (int) Math.round(part.width() * scale)),
                Math.max(1, (int) Math.round(part.height() * scale)));
        this.across = new int[picture.width() * 3];
        this.sums = new long[picture.width() * 3];
    }

    /** True if all it does is to cut. */
    boolean keepsSize() {
        return picture.width() == part.width() && picture.height() == part.height();
    }

    /** Whole when the last row has come. */
    Pixels picture() {
        return picture;
    }

    /** A row of the source has {@code picture.height} shares of height, a row of the picture {@code part.height}. */
    @Override
    public void row(int y, int[] rgb) {
        int inside = y - part.top();
        if (inside < 0 || inside >= part.height()) {
            return;
        }
        sumAcross(rgb);
        long from = (long) inside * picture.height();
        long end = from + picture.height();
        while (from < end) {
            int row = (int) (from / part.height());
            long rowEnd = (row + 1L) * part.height();
            long to = Math.min(end, rowEnd);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += (to - from) * across[i];
            }
            if (to == rowEnd) {
                finish(row);
            }
            from = to;
        }
    }

    private void sumAcross(int[] rgb) {
        Arrays.fill(across, 0);
        int column = 0;
        int filled = 0;
        for (int x = part.left(); x < part.left() + part.width(); x++) {
            int weight = Math.min(picture.width(), part.width() - filled);
            add(column, rgb[x], weight);
            filled += weight;
            if (filled == part.width()) {
                column++;
                filled = picture.width() - weight;
                if (filled > 0) {
                    add(column, rgb[x], filled);
                }
            }
        }
    }

    private void add(int column, int color, int weight) {
        int place = column * 3;
        across[place] += weight * (color >> 16 & 0xFF);
        across[place + 1] += weight * (color >> 8 & 0xFF);
        across[place + 2] += weight * (color & 0xFF);
    }

    private void finish(int row) {
        long area = (long) part.width() * part.height();
        int start = row * picture.width();
        for (int x = 0; x < picture.width(); x++) {
            picture.rgb()[start + x] = mean(x * 3, area) << 16 | mean(x * 3 + 1, area) << 8 | mean(x * 3 + 2, area);
        }
        Arrays.fill(sums, 0);
    }

    private int mean(int place, long area) {
        return (int) ((sums[place] + area / 2) / area);
    }
}
