package org.printwire.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.printwire.posix.DeviceHolder;
import org.printwire.posix.VideoControl;
import org.printwire.posix.VideoFormat;

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
 * @param problem  why it could not be looked at, and what to do
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
        return formats.stream().anyMatch(format -> PixelFormat.of(format.code()).isPresent());
    }

    /** What to write into the configuration: the path that stays the same, where there is one. */
    public Path lasting() {
        return byId.orElse(device);
    }
}
