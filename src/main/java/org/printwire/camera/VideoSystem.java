package org.printwire.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.printwire.posix.DeviceHolder;
import org.printwire.posix.VideoDevice;
import org.printwire.posix.VideoException;
import org.printwire.posix.VideoNode;

/** The video devices of a machine. */
interface VideoSystem {

    /** Those of this one. */
    VideoSystem REAL = new VideoSystem() {
        @Override
        public List<VideoNode> nodes() {
            return VideoNode.all();
        }

        @Override
        public VideoDevice open(Path device) throws VideoException {
            return VideoDevice.open(device);
        }

        @Override
        public Optional<DeviceHolder> holder(Path device) {
            return DeviceHolder.other(device);
        }
    };

    List<VideoNode> nodes();

    VideoDevice open(Path device) throws VideoException;

    /** Another process that has it open, as far as this user may see. */
    Optional<DeviceHolder> holder(Path device);
}
