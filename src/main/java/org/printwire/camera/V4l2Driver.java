package org.printwire.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import java.util.ArrayList;
import java.util.List;

/**
 * The driver for sarxos's webcam library that works on every Pi: V4L2 by the kernel's own calls, without the native code
 * of the library's default driver, which no 64-bit ARM has. Hand it to {@code Webcam.setDriver} before any other use of
 * that library. {@link V4l2Camera} uses its devices without {@code Webcam} and the threads that it starts.
 */
public final class V4l2Driver implements WebcamDriver {
    private final VideoSystem system;
    private final RawDecoder decoder;

    /** @param decoder reads frames for {@code getImage} */
    public V4l2Driver(RawDecoder decoder) {
        this(VideoSystem.REAL, decoder);
    }

    V4l2Driver(VideoSystem system, RawDecoder decoder) {
        this.system = system;
        this.decoder = decoder;
    }

    /** Cameras that can be used now, none of them open. */
    @Override
    public List<WebcamDevice> getDevices() {
        List<WebcamDevice> devices = new ArrayList<>();
        for (V4l2Cameras.CameraNode camera : new V4l2Cameras(system).nodes()) {
            devices.add(new V4l2Webcam(system, camera, V4l2Settings.of(null), decoder));
        }
        return devices;
    }

    /**
     * The camera that is meant.
     *
     * @param before the one that was used last; null: none
     * @throws CameraException there is none such
     */
    V4l2Webcam device(V4l2Settings settings, V4l2Cameras.CameraNode before) throws CameraException {
        V4l2Cameras.CameraNode camera = new V4l2Cameras(system).find(settings.device(), before);
        return new V4l2Webcam(system, camera, settings, decoder);
    }

    VideoSystem system() {
        return system;
    }

    /** One thread at a time: a device streams to one reader. */
    @Override
    public boolean isThreadSafe() {
        return false;
    }
}
