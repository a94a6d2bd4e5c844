package org.printwire.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.printwire.config.ConfigException;
import org.printwire.serial.PortException;
import org.printwire.serial.PortLostException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Builds the tree of commands, and holds the one place in which each kind of failure becomes text and exit code. */
public final class CommandLines {

    private CommandLines() {}

    /** All commands. Runs nothing yet: call {@code execute(arguments)}. */
    public static CommandLine create(Surroundings surroundings) {
        Output output = surroundings.output();
        CommandLine root = new CommandLine(new RootCommand())
                .addSubcommand(new Print(surroundings))
                .addSubcommand(new Resume(surroundings))
                .addSubcommand(new Info(surroundings))
                .addSubcommand(new Ports(surroundings))
                .addSubcommand(new Send(surroundings))
                .addSubcommand(new Simulate(surroundings))
                .addSubcommand(new CommandLine(new Config())
                        .addSubcommand(new ConfigInit(surroundings))
                        .addSubcommand(new ConfigCheck(surroundings))
                        .addSubcommand(new ConfigShow(surroundings)))
                .addSubcommand(new CommandLine(new Webhooks())
                        .addSubcommand(new WebhookList(surroundings))
                        .addSubcommand(new WebhookAdd(surroundings))
                        .addSubcommand(new WebhookImport(surroundings))
                        .addSubcommand(new WebhookTest(surroundings))
                        .addSubcommand(new WebhookDeliveries(surroundings))
                        .addSubcommand(new WebhookShow(surroundings))
                        .addSubcommand(new WebhookReplay(surroundings))
                        .addSubcommand(new WebhookFlush(surroundings))
                        .addSubcommand(new WebhookPurge(surroundings))
                        .addSubcommand(new WebhookEnable(surroundings)))
                .addSubcommand(new ReplayRecording(surroundings))
                .addSubcommand(new Status(surroundings))
                .addSubcommand(new History(surroundings))
                .addSubcommand(new Timelapses(surroundings))
                .addSubcommand(new Demo(surroundings))
                .addSubcommand(new Completion(output));
        root.getCommandSpec().usageMessage().exitCodeList(RootCommand.exitCodes());
        // A file may be named @cube.gcode and a value may be @topic: neither is a file of arguments.
        root.setExpandAtFiles(false);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpAutoWidth(true);
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
            return tell(expected.code(), expected.getMessage(), output);
        }
        if (failure instanceof ConfigException wrong) {
            wrong.problems().forEach(problem -> output.err().println(problem));
            return ExitCode.BAD_USAGE.number();
        }
        if (failure instanceof PortException closed) {
            return tell(ExitCode.PRINTER_UNAVAILABLE, closed.getMessage(), output);
        }
        if (failure instanceof PortLostException lost) {
            return tell(ExitCode.CONNECTION_LOST, lost.getMessage(), output);
        }
        return tell(ExitCode.PRINT_FAILED,
                "internal error: " + failure + "; please report it" + trace(failure), output);
    }

    private static int tell(ExitCode code, String message, Output output) {
        output.say(message);
        return code.number();
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
        return text.lines().findFirst().orElse("wrong arguments").replaceFirst("is not an? (double|int|long)$", "is not a number");
    }
}
