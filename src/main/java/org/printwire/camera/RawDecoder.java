package org.printwire.camera;

/** Reads the pixels of a frame. */
@FunctionalInterface
public interface RawDecoder {

    /** @throws CameraException the frame is damaged or cut short */
    Pixels decode(RawFrame frame) throws CameraException;
}
