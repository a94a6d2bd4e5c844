package org.printwire.gcode.bgcode;

import java.io.IOException;

/**
 * Binary G-code that cannot be used. The message is one line for the user, to be put behind the file's name: which block,
 * by number, type and byte offset, what is wrong with it and what to do.
 */
public final class BgcodeException extends IOException {
    private static final long serialVersionUID = 1;

    BgcodeException(String message) {
        super(message);
    }
}
