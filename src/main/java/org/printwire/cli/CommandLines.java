package org.printwire.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Builds the tree of commands, and holds the one place in which each kind of failure becomes text and exit code. */
public final class CommandLines {

    private CommandLines() {}

    /** All commands, writing to {@code output}. Runs nothing yet: call {@code execute(arguments)}. */
    public static CommandLine create(Output output) {
        CommandLine root = new CommandLine(new RootCommand())
                .addSubcommand(new Completion(output));
        root.getCommandSpec().usageMessage().exitCodeList(RootCommand.exitCodes());
        root.setOut(new PrintWriter(output.out(), true));
        root.setErr(new PrintWriter(output.err(), true));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(
                output.colors() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        root.setParameterExceptionHandler((wrong, arguments) -> badUsage(wrong, output));
        root.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, output));
        return root;
    }

    private static int badUsage(ParameterException wrong, Output output) {
        CommandLine command = wrong.getCommandLine();
        output.say(wrong instanceof UnmatchedArgumentException unmatched
                ? "unknown argument '" + unmatched.getUnmatched().get(0) + "'"
                : firstLine(wrong.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
            output.err().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.BAD_USAGE.number();
    }

    private static int failed(Exception failure, Output output) {
        if (failure instanceof CommandFailure expected) {
            output.say(expected.getMessage());
            return expected.code().number();
        }
        output.say("internal error: " + failure + "; please report it" + trace(failure));
        return ExitCode.PRINT_FAILED.number();
    }

    /** The stack trace goes to a file that only the user can read, for the report. */
    private static String trace(Exception failure) {
        try {
            Path file = Files.createTempFile("printwire-error-", ".txt");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
                writer.println(RootCommand.versionLine());
                failure.printStackTrace(writer);
            }
            return " with " + file;
        } catch (IOException e) {
            return " (no file for the details could be written: " + e.getMessage() + ")";
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("wrong arguments");
    }
}
