package org.printwire.cli;

/** What the process says at its end. Scripts rely on these numbers: never change one. */
public enum ExitCode {
    DONE(0, "done"),
    PRINT_FAILED(1, "print failed (or an internal error)"),
    BAD_USAGE(2, "bad usage, configuration or set-up"),
    FILE_UNUSABLE(3, "file missing or not printable"),
    PRINTER_UNAVAILABLE(4, "printer not found, in use or not answering"),
    CANCELLED(5, "cancelled"),
    PRINTER_FAULT(6, "the printer reported a fatal error"),
    CONNECTION_LOST(7, "connection to the printer lost"),
    NOT_DELIVERED(8, "a webhook message was not delivered");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The process's exit status. */
    public int number() {
        return number;
    }

    /** For people, as in {@code printwire --help} and the README. */
    public String meaning() {
        return meaning;
    }
}
