package org.printwire.printer;

import org.printwire.event.Event.FailReason;

/** The printer cannot be talked to. The message is for the user. */
public final class PrinterException extends Exception {

    private static final long serialVersionUID = 1;

    private final FailReason reason;

    public PrinterException(FailReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public FailReason reason() {
        return reason;
    }
}
