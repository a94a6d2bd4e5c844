package org.printwire.camera;

/** Makes the picture that is sent of what a camera gave. Called on the thread that captures. */
@FunctionalInterface
public interface Darkroom {

    /** @throws CameraException the frame is damaged or cut short; the next one may be good */
    Jpeg develop(RawFrame frame, Caption caption) throws CameraException;
}
