package org.printwire.camera;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.printwire.posix.DeviceHolder;
import org.printwire.posix.VideoException;
import org.printwire.posix.VideoFormat;

/** What to say to a person whose V4L2 camera failed: what, where, and what to do instead. */
final class V4l2Fault {
    private V4l2Fault() {}

    static String say(VideoException e, Path device, VideoSystem system) {
        return switch (e.reason()) {
            case GONE -> gone(device.toString());
            case DENIED -> device + " may not be opened by this user: add it to the group of cameras with sudo usermod"
                    + " -aG video $USER, then log in again";
            case BUSY -> busy(device, system.holder(device));
            case UNSUPPORTED, FAILED -> e.getMessage();
        };
    }

    static String gone(String device) {
        return device + " is not there: plug the camera in; printwire camera list shows which there are";
    }

    static String unreadable(Path device, List<VideoFormat> formats) {
        return device + " has frames as " + formats.stream().map(VideoFormat::letters).toList() + ", not as "
                + Arrays.toString(PixelFormat.values()) + "; for a ribbon camera use type command with rpicam-still";
    }

    static String busy(Path device, Optional<DeviceHolder> holder) {
        return device + " is in use by " + holder.map(DeviceHolder::toString).orElse("another program")
                + ": end it, or if it is a streamer, use its snapshot address with type http";
    }
}
