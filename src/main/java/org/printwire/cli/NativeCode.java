package org.printwire.cli;

/**
 * The native parts of libraries (serial port, system calls, database) are unpacked into a folder and loaded from there, which
 * the system may refuse.
 */
final class NativeCode {

    private NativeCode() {}

    /** Tells the user what to do. Before a printer is touched all that is needed to talk to it has been loaded. */
    static ExitCode refused(LinkageError error, Output output) {
        Throwable first = error;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        output.say("a native library cannot be loaded: " + first.getMessage() + ". It is unpacked into "
                + System.getProperty("java.io.tmpdir") + ", ~/.cache/JNA or ~/.jSerialComm: is there room, may this user write"
                + " there, are programs allowed there (no mount option noexec), and is there no limit on the size of files"
                + " (ulimit -f)?");
        return ExitCode.PRINT_FAILED;
    }
}
