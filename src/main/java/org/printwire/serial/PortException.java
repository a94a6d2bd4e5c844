package org.printwire.serial;

import java.io.IOException;

/**
 * A port cannot be opened. The message is for the user: what, where, and what to do (which group to join, which
 * process holds it, which port to name instead).
 */
public final class PortException extends IOException {
    public PortException(String message) {
        super(message);
    }
}
