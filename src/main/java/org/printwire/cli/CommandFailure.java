package org.printwire.cli;

/**
 * A command cannot do what it was asked for. The message is for the user: what, where, and what to do instead. It is
 * printed in one place ({@link CommandLines}), after {@code printwire: }, without a stack trace.
 */
public final class CommandFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    public CommandFailure(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    /** How the process ends. */
    public ExitCode code() {
        return code;
    }
}
