package org.printwire.camera;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Image bytes to pixels and back, by ImageIO. With {@link JpegRows} and {@link ImageRows} the only class that loads
 * AWT, and only its images: no screen, no fonts, so it runs on a headless Java without any.
 */
public final class PictureCodec {

    private static final long MOST_PIXELS = 50_000_000;
    /** Of an image that cannot be read row by row: 4 bytes a pixel, 64 MB. */
    private static final long MOST_AT_ONCE = 16_000_000;

    private PictureCodec() {}

    /** Any format that ImageIO reads. Transparency becomes white. Takes 4 bytes a pixel, 8 for what is not JPEG. */
    public static Pixels decode(byte[] bytes) throws CameraException {
        return source(bytes).whole();
    }

    /** The same row by row; only of a JPEG is this less work for the memory. */
    static PixelSource source(byte[] bytes) throws CameraException {
        return read(bytes, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            boolean jpeg = reader.getFormatName().equalsIgnoreCase("jpeg");
            if ((long) width * height > (jpeg ? MOST_PIXELS : MOST_AT_ONCE)) {
                throw new CameraException("the image is too large: " + width + " x " + height + " pixels");
            }
            return jpeg ? new JpegRows(bytes, width, height) : new ImageRows(reader.read(0));
        });
    }

    /** Asks a reader that is set upon the image, and closes it. */
    static <T> T read(byte[] bytes, Reading<T> reading) throws CameraException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new CameraException("what came is not an image");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return reading.of(reader);
            } finally {
                reader.dispose();
            }
        } catch (CameraException e) {
            throw e;
        } catch (IOException | RuntimeException e) {   // damaged images make readers throw all sorts
            throw new CameraException("the image cannot be decoded (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /** @param quality 1 to 100, of libjpeg's scale */
    static Jpeg encode(Pixels pixels, int quality) throws CameraException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(pixels), null, null), param);
        } catch (IOException e) {
            throw new CameraException("the picture cannot be written as JPEG", e);
        } finally {
            writer.dispose();
        }
        return new Jpeg(bytes.toByteArray());
    }

    /** Upon the same array, without a copy. */
    private static BufferedImage image(Pixels pixels) {
        DirectColorModel model = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
        DataBufferInt data = new DataBufferInt(pixels.rgb(), pixels.rgb().length);
        return new BufferedImage(model, Raster.createPackedRaster(
                data, pixels.width(), pixels.height(), pixels.width(), model.getMasks(), null), false, null);
    }

    /** What is asked of a reader. */
    interface Reading<T> {
        T of(ImageReader reader) throws IOException;
    }
}
