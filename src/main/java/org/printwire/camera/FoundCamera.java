package org.printwire.camera;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.posix.DeviceHolder;
import org.printwire.posix.VideoControl;
import org.printwire.posix.VideoFormat;
import org.printwire.posix.VideoSize;

/**
 * A V4L2 camera of this machine, as it was found. Nothing is open.
 *
 * @param name     for people, as {@code HD Pro Webcam C920}
 * @param device   as {@code /dev/video0}
 * @param driver   the kernel's module; empty where the device could not be opened
 * @param bus      where it is plugged in, as {@code usb-0000:01:00.0-1.2}; empty likewise
 * @param byId     a path that stays the same when it is plugged in again; USB cameras have one
 * @param formats  with their sizes; those that {@link PixelFormat#of} knows can be used
 * @param controls with their values of now
 * @param busy     somebody else streams from it
 * @param holder   another process that has it open, as far as this user may see; it need not stream
 * @param problem  why it cannot be looked at or gives no picture here, and what to do
 */
public record FoundCamera(
        String name, Path device, String driver, String bus, Optional<Path> byId, List<VideoFormat> formats,
        List<VideoControl> controls, boolean busy, Optional<DeviceHolder> holder, Optional<String> problem) {

    public FoundCamera {
        formats = List.copyOf(formats);
        controls = List.copyOf(controls);
    }

    /** Whether it has a layout of frames that can be read here. */
    public boolean usable() {
        return V4l2Choice.readable(formats);
    }

    /**
     * The sizes by format, for people: as {@code MJPG} and {@code 1280x720}. Only of those that can be read here; where
     * there are none, of all.
     */
    public Map<String, List<String>> sizes() {
        Map<String, List<String>> sizes = new LinkedHashMap<>();
        for (VideoFormat format : formats) {
            if (!usable() || PixelFormat.of(format.code()).isPresent()) {
                sizes.put(format.letters(), format.sizes().stream().map(VideoSize::toString).toList());
            }
        }
        return sizes;
    }

    /** What can be set, for people: as {@code brightness} and {@code 128 (0 to 255)}. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (VideoControl control : controls) {
            if (!control.readOnly()) {
                settings.put(V4l2Controls.name(control),
                        V4l2Controls.value(control) + " (" + V4l2Controls.range(control) + ")");
            }
        }
        return settings;
    }

    /** What to write into the configuration: the path that stays the same, where there is one. */
    public Path lasting() {
        return byId.orElse(device);
    }
}
