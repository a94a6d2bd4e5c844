package org.printwire.camera;

import java.awt.image.BufferedImage;
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
 * Image bytes to {@link Pixels} and back, by ImageIO. The only class that loads AWT, and only its images: no screen,
 * no fonts, so it runs on a headless Java without any.
 */
public final class PictureCodec {

    private static final long MOST_PIXELS = 50_000_000;
    private static final float QUALITY = 0.75f;

    private PictureCodec() {}

    /** Any format that ImageIO reads. Transparency becomes white. */
    public static Pixels decode(byte[] bytes) throws CameraException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new CameraException("what came is not an image");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new CameraException("the image is too large: "
                            + reader.getWidth(0) + " x " + reader.getHeight(0) + " pixels");
                }
                return pixels(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (CameraException e) {
            throw e;
        } catch (IOException | RuntimeException e) {   // damaged images make readers throw all sorts
            throw new CameraException("the image cannot be decoded (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static Pixels pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = onWhite(argb[i]);
        }
        return new Pixels(width, height, argb);
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

    static Jpeg encode(Pixels pixels) throws CameraException {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.rgb(), 0, pixels.width());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } catch (IOException e) {
            throw new CameraException("the picture cannot be written as JPEG", e);
        } finally {
            writer.dispose();
        }
        return new Jpeg(bytes.toByteArray());
    }
}
