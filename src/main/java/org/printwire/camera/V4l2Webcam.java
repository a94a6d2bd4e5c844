package org.printwire.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.printwire.posix.VideoDevice;
import org.printwire.posix.VideoException;
import org.printwire.posix.VideoFormat;
import org.printwire.posix.VideoShape;
import org.printwire.posix.VideoSize;
import org.printwire.posix.VideoStream;

/**
 * A V4L2 camera as sarxos's webcam library knows devices, and as {@link V4l2Camera} uses it: by {@link #start}, {@link
 * #frame} and {@link #close}, which hand over the camera's own bytes and load nothing of AWT. Nothing is open until it
 * is started. One thread at a time.
 */
final class V4l2Webcam implements WebcamDevice {
    private static final int BUFFERS = 4;
    private static final int FRAME_MILLIS = 5_000;
    private static final int FRAMES_TRIED = 10;

    private final VideoSystem system;
    private final V4l2Cameras.CameraNode camera;
    private final RawDecoder decoder;
    private V4l2Settings settings;
    private VideoDevice device;
    private VideoStream stream;
    private VideoShape shape;
    private List<VideoFormat> formats;

    V4l2Webcam(VideoSystem system, V4l2Cameras.CameraNode camera, V4l2Settings settings, RawDecoder decoder) {
        this.system = system;
        this.camera = camera;
        this.settings = settings;
        this.decoder = decoder;
    }

    /**
     * Opens the camera, sets it up and lets it stream.
     *
     * @throws VideoException  it is gone, busy, or refuses
     * @throws CameraException it has no layout that can be read here, or not the control that is wanted
     */
    void start() throws VideoException, CameraException {
        try {
            device = system.open(camera.node().device());
            formats = device.formats();
            V4l2Choice choice = V4l2Choice.of(formats, settings).orElseThrow(this::unreadable);
            if (!settings.controls().isEmpty()) {
                for (Map.Entry<Integer, Integer> each
                        : new V4l2Controls(device.controls()).toSet(settings.controls()).entrySet()) {
                    device.set(each.getKey(), each.getValue());
                }
            }
            shape = device.shape(choice.format().code(), choice.width(), choice.height());
            stream = device.stream(BUFFERS);
        } catch (VideoException | CameraException e) {
            close();
            throw e;
        }
    }

    private CameraException unreadable() {
        return new CameraException(settings.format() != null && V4l2Choice.readable(formats)
                ? camera.node().device() + " has frames as " + formats.stream().map(VideoFormat::letters).toList()
                        + ", not as " + settings.format() + ": write one of them as format, or none"
                : V4l2Fault.unreadable(camera.node().device(), formats));
    }

    /**
     * The next frame of the stream.
     *
     * @param timeoutMillis how long to wait; 0: only one that is there already
     * @return empty: none came, or the driver says that it is damaged
     * @throws VideoException with reason GONE: unplugged
     */
    Optional<RawFrame> frame(int timeoutMillis) throws VideoException {
        PixelFormat format = PixelFormat.of(shape.code()).orElseThrow(() -> new IllegalStateException(
                camera.node().device() + " has granted " + shape + ", which cannot be read"));
        return stream.frame(timeoutMillis)
                .map(bytes -> new RawFrame(format, shape.width(), shape.height(), stride(format), bytes));
    }

    private int stride(PixelFormat format) {
        return format == PixelFormat.MJPG || format == PixelFormat.JPEG ? 0 : shape.stride();
    }

    V4l2Cameras.CameraNode camera() {
        return camera;
    }

    /** With the device, which tells two of a kind apart. */
    @Override
    public String getName() {
        return camera.capability().card() + " " + camera.node().device();
    }

    @Override
    public Dimension[] getResolutions() {
        Set<Dimension> found = new LinkedHashSet<>();
        for (VideoFormat format : formats()) {
            if (PixelFormat.of(format.code()).isPresent()) {
                for (VideoSize size : format.sizes()) {
                    found.add(new Dimension(size.mostWidth(), size.mostHeight()));
                }
            }
        }
        return found.toArray(Dimension[]::new);
    }

    private List<VideoFormat> formats() {
        if (formats == null) {
            try (VideoDevice open = system.open(camera.node().device())) {
                formats = open.formats();
            } catch (VideoException e) {
                throw broken(e);
            }
        }
        return formats;
    }

    /** What frames have; before it is open, what they would have. */
    @Override
    public Dimension getResolution() {
        if (stream != null) {
            return new Dimension(shape.width(), shape.height());
        }
        return V4l2Choice.of(formats(), settings).map(choice -> new Dimension(choice.width(), choice.height()))
                .orElseThrow(() -> new WebcamException(unreadable()));
    }

    @Override
    public void setResolution(Dimension size) {
        settings = new V4l2Settings(settings.device(), size.width, size.height, settings.format(), settings.keepOn(),
                settings.controls());
    }

    @Override
    public BufferedImage getImage() {
        try {
            CameraException damaged = null;
            for (int i = 0; i < FRAMES_TRIED; i++) {
                Optional<RawFrame> frame = frame(FRAME_MILLIS);
                try {
                    if (frame.isPresent()) {
                        return WebcamImage.of(decoder.decode(frame.get()));
                    }
                } catch (CameraException e) {
                    damaged = e;
                }
            }
            throw damaged == null ? new CameraException(getName() + " gives no frames") : damaged;
        } catch (CameraException | VideoException e) {
            throw new WebcamException(e.getMessage(), e);
        }
    }

    @Override
    public void open() {
        if (isOpen()) {
            return;
        }
        try {
            start();
        } catch (VideoException e) {
            throw broken(e);
        } catch (CameraException e) {
            throw new WebcamException(e.getMessage(), e);
        }
    }

    private WebcamException broken(VideoException e) {
        return new WebcamException(V4l2Fault.say(e, camera.node().device(), system), e);
    }

    /** Streaming ends, and others may have the camera. Never throws; may be called twice. */
    @Override
    public void close() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
        if (device != null) {
            device.close();
            device = null;
        }
    }

    @Override
    public void dispose() {
        close();
    }

    @Override
    public boolean isOpen() {
        return stream != null;
    }
}
