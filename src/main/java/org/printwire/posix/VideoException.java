package org.printwire.posix;

import java.io.IOException;

/** A video device refused something. The message names the device, what was asked of it and what the system says. */
public final class VideoException extends IOException {

    /** What it means for the one who asked. */
    public enum Reason {
        /** Unplugged, or never there. */
        GONE,
        /** Somebody else streams from it. */
        BUSY,
        /** This user may not open it. */
        DENIED,
        /** The device or its driver knows no such thing. */
        UNSUPPORTED,
        /** Anything else. */
        FAILED
    }

    private final Reason reason;

    private VideoException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** {@code error}: errno, positive. */
    static VideoException of(int error, String action) {
        return new VideoException(reason(error), action + ": " + Libc.strerror(error));
    }

    /** For what is said without an error's number. */
    static VideoException failed(String message) {
        return new VideoException(Reason.FAILED, message);
    }

    private static Reason reason(int error) {
        return switch (error) {
            case Libc.ENOENT, Libc.ENXIO, Libc.ENODEV -> Reason.GONE;
            case Libc.EBUSY -> Reason.BUSY;
            case Libc.EACCES, Libc.EPERM -> Reason.DENIED;
            case Libc.ENOTTY, Libc.EINVAL, Libc.ERANGE -> Reason.UNSUPPORTED;
            default -> Reason.FAILED;
        };
    }

    public Reason reason() {
        return reason;
    }
}
