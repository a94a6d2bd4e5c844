package org.printwire.camera;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Writes an animated GIF (89a) that plays for ever, one picture after another, by Java's own writer: for machines without
 * ffmpeg. All pictures get the size of the first, at most {@value #MOST_WIDTH} pixels wide, and 256 colours of their own.
 * Needs the memory of one picture. One thread.
 */
public final class GifFilm implements Closeable {

    public static final int MOST_WIDTH = 480;

    private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    private final FileImageOutputStream out;
    private final int hundredths;
    private BufferedImage canvas;

    /** @param fps pictures a second; players show at most 50 */
    public GifFilm(Path file, int fps) throws IOException {
        Files.deleteIfExists(file);
        out = new FileImageOutputStream(file.toFile());
        hundredths = Math.max(2, Math.round(100f / fps));
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    /** Between two pictures, in seconds: what the format can say of the wish. */
    public double interval() {
        return hundredths / 100.0;
    }

    /** @throws IOException it is no picture, or the disk is full */
    public void add(byte[] jpeg) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        if (image == null) {
            throw new IOException("this is no picture");
        }
        if (canvas == null) {
            int width = Math.min(MOST_WIDTH, image.getWidth());
            int height = Math.max(1, image.getHeight() * width / image.getWidth());
            canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        }
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, canvas.getWidth(), canvas.getHeight(), null);
        graphics.dispose();
        writer.writeToSequence(new IIOImage(canvas, null, metadata()), null);
    }

    private IIOMetadata metadata() throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(canvas), null);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = new IIOMetadataNode(format);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        control.setAttribute("transparentColorIndex", "0");
        root.appendChild(control);
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        extensions.appendChild(loop);
        root.appendChild(extensions);
        metadata.mergeTree(format, root);
        return metadata;
    }

    @Override
    public void close() throws IOException {
        try {
            writer.endWriteSequence();
        } finally {
            writer.dispose();
            out.close();
        }
    }
}
