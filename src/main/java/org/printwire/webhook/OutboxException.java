package org.printwire.webhook;

/** The disk does not keep what it was given. The message is for people. */
public final class OutboxException extends Exception {
    private static final long serialVersionUID = 1L;

    public OutboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
