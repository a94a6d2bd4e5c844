package org.printwire.camera;

import java.io.IOException;

/** No picture could be had. */
public final class CameraException extends IOException {
    public CameraException(String message) {
        super(message);
    }

    public CameraException(String message, Throwable cause) {
        super(message, cause);
    }
}
