package org.printwire.camera;

import java.time.Duration;

/** Something that makes pictures. Called by the {@code camera} thread only, one capture at a time. */
public interface Camera {

    /** The name in the configuration. */
    String name();

    /**
     * Takes a picture now.
     *
     * @param caption what a camera that draws its own picture may write into it
     * @param limit   the capture gives up after this time
     * @throws CameraException no picture could be had; the message says why and never holds a secret
     */
    Jpeg capture(Caption caption, Duration limit) throws CameraException;
}
