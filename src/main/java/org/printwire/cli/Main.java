package org.printwire.cli;

import picocli.CommandLine;

/** Starts the command line and turns its end into the exit code; nothing else. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        Output output = Output.ofProcess(System.getenv());
        CommandLine commands = CommandLines.create(output);
        int code = commands.execute(arguments);
        output.out().flush();
        System.exit(code);
    }
}
