package org.printwire.cli;

/** Starts the command line and turns its end into the exit code; nothing else. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        Surroundings surroundings = Surroundings.ofProcess();
        int code;
        try {
            code = CommandLines.create(surroundings).execute(arguments);
        } catch (LinkageError e) {
            code = NativeCode.refused(e, surroundings.output()).number();
        }
        System.exit(code);
    }
}
