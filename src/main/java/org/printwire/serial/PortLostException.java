package org.printwire.serial;

import java.io.IOException;

/** The serial device has gone away (unplugged, powered off, far end closed) while the port was open. */
public final class PortLostException extends IOException {
    public PortLostException(String message) {
        super(message);
    }
}
