package org.printwire.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.printwire.posix.DeviceHolder;
import org.printwire.posix.SimulatedVideo;
import org.printwire.posix.VideoDevice;
import org.printwire.posix.VideoException;
import org.printwire.posix.VideoNode;
import org.printwire.testing.VirtualTime;

/** A machine with simulated cameras, whose waiting for frames lets virtual time pass. */
final class SimulatedCameras implements VideoSystem {
    final VirtualTime time = new VirtualTime();
    final SimulatedVideo kernel = new SimulatedVideo(millis -> time.advance(Duration.ofMillis(millis)));
    DeviceHolder holder;

    @Override
    public List<VideoNode> nodes() {
        return kernel.nodes();
    }

    @Override
    public VideoDevice open(Path device) throws VideoException {
        return kernel.device(device);
    }

    @Override
    public Optional<DeviceHolder> holder(Path device) {
        return Optional.ofNullable(holder);
    }
}
