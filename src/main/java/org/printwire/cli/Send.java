package org.printwire.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.printwire.config.ConfigException;
import org.printwire.config.PrinterSection;
import org.printwire.marlin.Frame;
import org.printwire.serial.PortException;
import org.printwire.serial.PortLostException;
import org.printwire.serial.SerialPort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code printwire send}: a few commands, with what the printer says to each. */
@Command(
        name = "send",
        description = {
            "Sends G-code commands one after another, prints every line of the answers and waits for each ok.",
            "Line numbers and checksums are added. Opening the port resets most boards."
        },
        footer = {"", "Examples:", "  printwire send M105", "  printwire send --port sim \"M104 S215\" M105"})
final class Send implements Callable<Integer> {

    private static final Duration BOOT_LIMIT = Duration.ofSeconds(20);
    /** Marlin's and Prusa's MAX_CMD_SIZE is 96 with the terminating NUL. */
    private static final int LONGEST_LINE_BYTES = 95;
    /** A line number for the check of the length: as long as one gets here. */
    private static final int LONG_NUMBER = 9999;

    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "PORT",
            description = "Path, /dev/serial/by-id name or sim; else the configuration's, else the only Prusa.")
    private String port;

    @Option(names = "--baud", paramLabel = "N", description = "Bits per second; else the configuration's, else 115200.")
    private Integer baud;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "10",
            description = "Longest silence after a command (default: ${DEFAULT-VALUE}). A busy printer is not silent.")
    private int timeoutSeconds;

    @Mixin
    private ConfigOption config;

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "G-code, each command an argument of its own.")
    private List<String> commands;

    Send(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, ConfigException, PortException, PortLostException {
        for (String command : commands) {
            check(command);
        }
        PrinterSection printer = config.load(surroundings).printer();
        String name = port == null ? printer.port() : port;
        int rate = baud != null ? baud : Baud.of(null, printer.baud(), null).first();
        try (SerialPort open = surroundings.ports().open(name, rate)) {
            CommandExchange exchange = new CommandExchange(open, surroundings.time(),
                    line -> surroundings.output().line(PlainText.harmless(line)));
            exchange.awaitFirmware(BOOT_LIMIT);
            for (String command : commands) {
                if (forUsbChip(command)) {
                    exchange.tell(command.strip());
                } else {
                    exchange.send(command.strip(), Duration.ofSeconds(timeoutSeconds));
                }
            }
        }
        return ExitCode.DONE.number();
    }

    private static void check(String command) throws CommandFailure {
        String text = command.strip();
        if (forUsbChip(text)) {
            return;
        }
        if (text.isEmpty() || text.startsWith(";")) {
            throw wrong(command, "is no command: a printer does not answer it");
        }
        if (text.lines().count() > 1) {
            throw wrong(text.lines().findFirst().orElse("") + " ...", "has several lines: give each as its own argument");
        }
        if (text.matches("[Nn]\\d+\\b.*")) {
            throw wrong(command, "has a line number: leave it and the checksum out, they are added");
        }
        if (Frame.numbered(LONG_NUMBER, text).length() > LONGEST_LINE_BYTES) {
            throw wrong(command, "is too long: with number and checksum a printer takes " + LONGEST_LINE_BYTES
                    + " characters");
        }
    }

    /** The USB chip of a Prusa MK3 (32u2) reads along: this switches the reset on opening the port off or on for good. */
    private static boolean forUsbChip(String command) {
        return command.strip().matches(";C32u2_RM[DE]");
    }

    private static CommandFailure wrong(String command, String why) {
        return new CommandFailure(ExitCode.BAD_USAGE, "'" + PlainText.harmless(command) + "' " + why);
    }
}
