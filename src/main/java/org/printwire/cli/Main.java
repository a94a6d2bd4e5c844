package org.printwire.cli;

/** Starts the command line and turns its end into the exit code; nothing else. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(CommandLines.create(Surroundings.ofProcess()).execute(arguments));
    }
}
