package org.printwire.printer;

import org.printwire.event.Event.FailReason;

/** The printer cannot be talked to, or the user did not want to wait for it. The message is for the user. */
public final class PrinterException extends Exception {

    private static final long serialVersionUID = 1;

    private final FailReason reason;
    private final boolean givenUp;
    private final boolean unfit;

    public PrinterException(FailReason reason, String message) {
        this(reason, message, false, false);
    }

    private PrinterException(FailReason reason, String message, boolean givenUp, boolean unfit) {
        super(message);
        this.reason = reason;
        this.givenUp = givenUp;
        this.unfit = unfit;
    }

    /** The user cancelled while nothing had been printed yet. */
    static PrinterException byUser() {
        return new PrinterException(FailReason.NO_ANSWER, "cancelled before the print began", true, false);
    }

    /** The file must not be printed on this printer. */
    public static PrinterException unfit(String message) {
        return new PrinterException(FailReason.INTERNAL, message, false, true);
    }

    /** True if the printer is well and the file is not for it. */
    public boolean isUnfit() {
        return unfit;
    }

    public FailReason reason() {
        return reason;
    }

    /** True if the user wanted it so: no fault of the printer. */
    public boolean givenUp() {
        return givenUp;
    }
}
