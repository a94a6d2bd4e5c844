package org.printwire.camera;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import javax.imageio.ImageReadParam;

/**
 * The rows of a JPEG as they are decoded. Java's reader wants an image to put them into and decodes from the beginning
 * for every part it is asked for; so it gets an image that is as large as the picture but has memory for one row, and
 * that hands on each row put into it. A still of 12 million pixels is read in one go with less than 1 MB of heap.
 *
 * <p>A progressive JPEG comes once for each of its scans, the last time in full; and it takes memory for all its
 * coefficients, outside of the heap: 36 MB for such a still.
 */
record JpegRows(byte[] bytes, int width, int height) implements PixelSource {

    @Override
    public void pour(Rows rows) throws CameraException {
        Passing passing = new Passing(width, height, rows);
        String[] damage = new String[1];
        PictureCodec.read(bytes, reader -> {
            reader.addIIOReadWarningListener((source, warning) -> {
                if (loses(warning)) {
                    damage[0] = warning;
                }
            });
            ImageReadParam param = reader.getDefaultReadParam();
            param.setDestination(new BufferedImage(
                    new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false,
                            ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE),
                    Raster.createWritableRaster(passing, new DataBufferByte(width * 3), new Point()), false, null));
            return reader.read(0, param);
        });
        if (damage[0] != null) {
            throw new CameraException("the JPEG image is damaged: " + damage[0]);
        }
        passing.checkWhole();
    }

    /** libjpeg's words (jerror.h, version 6b) where it has to make up pixels; it says others about harmless bytes. */
    private static boolean loses(String warning) {
        return warning.contains("premature end") || warning.contains("bad Huffman");
    }

    /** Every row is at the same place in memory; to put one there is to hand it on. */
    private static final class Passing extends ComponentSampleModel {

        private final Rows rows;
        private final int[] line;
        private int next;

        Passing(int width, int height, Rows rows) {
            super(DataBuffer.TYPE_BYTE, width, height, 3, 0, new int[] {0, 1, 2});
            this.rows = rows;
            this.line = new int[width];
        }

        @Override
        public void setPixels(int x, int y, int w, int h, int[] samples, DataBuffer data) {
            if (y == 0) {
                next = 0;   // the next pass of a progressive one
            }
            if (x != 0 || w != width || h != 1 || y != next) {
                throw new IllegalStateException("row " + next + " of " + width + " pixels was to come, not "
                        + w + " x " + h + " at " + x + ", " + y);
            }
            for (int i = 0; i < w; i++) {
                line[i] = samples[i * 3] << 16 | samples[i * 3 + 1] << 8 | samples[i * 3 + 2];
            }
            rows.row(y, line);
            next++;
        }

        void checkWhole() throws CameraException {
            if (next != height) {
                throw new CameraException("the JPEG image breaks off after " + next + " of " + height + " rows");
            }
        }
    }
}
