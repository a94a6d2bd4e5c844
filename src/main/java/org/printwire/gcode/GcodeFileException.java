package org.printwire.gcode;

/**
 * A file that cannot be printed. The message is one line for the user: which file, what is wrong with it, what to do
 * instead.
 */
public final class GcodeFileException extends Exception {
    public GcodeFileException(String message) {
        super(message);
    }

    public GcodeFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
