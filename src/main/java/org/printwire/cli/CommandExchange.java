package org.printwire.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.printwire.marlin.Frame;
import org.printwire.marlin.LineAssembler;
import org.printwire.marlin.Reply;
import org.printwire.marlin.ReplyParser;
import org.printwire.serial.PortLostException;
import org.printwire.serial.SerialPort;
import org.printwire.time.Time;

/**
 * A short talk with a printer: one command, its answer, the next command. For {@code printwire send}; a print goes
 * through the streamer. Lines are numbered and sent again when the printer asks for it.
 *
 * <p>One thread, the caller's; it waits in {@link SerialPort#read}.
 */
final class CommandExchange {

    private static final Duration PROBE_EVERY = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final int MOST_RESENDS = 10;
    /** While these heat, Prusa firmware tells temperatures instead of {@code busy} (MK3 3.14). */
    private static final Pattern HEATING = Pattern.compile("M(109|116|190|191|303)\\b.*");

    private final SerialPort port;
    private final Time time;
    private final Consumer<String> answers;
    private final LineAssembler assembler = new LineAssembler();
    private final Queue<String> lines = new ArrayDeque<>();
    private final byte[] buffer = new byte[1024];
    private long number = 1;

    /** @param answers is given every line that the printer says in answer to a command, blank ones left out */
    CommandExchange(SerialPort port, Time time, Consumer<String> answers) {
        this.port = port;
        this.time = time;
        this.answers = answers;
    }

    /**
     * Waits until the firmware answers, whether opening the port has reset it or not, and sets its line number to 0.
     * What it says meanwhile (its banner) is not passed on.
     *
     * @throws CommandFailure it does not answer within {@code limit}
     */
    void awaitFirmware(Duration limit) throws CommandFailure, PortLostException {
        long begin = time.nanos();
        long probed = begin - PROBE_EVERY.toNanos();
        boolean noise = false;
        while (time.nanos() - begin < limit.toNanos()) {
            if (time.nanos() - probed >= PROBE_EVERY.toNanos()) {
                write(Frame.numbered(0, "M110 N0"));
                probed = time.nanos();
            }
            String line = next();
            Reply reply = line == null ? null : ReplyParser.parse(line);
            if (reply instanceof Reply.Ok) {
                awaitQuiet();
                return;
            }
            noise |= reply instanceof Reply.Other;
        }
        throw new CommandFailure(ExitCode.PRINTER_UNAVAILABLE, port.path() + (noise
                ? " sends only noise: the baud rate is probably wrong (try --baud 250000)"
                : " does not answer within " + limit.toSeconds() + " s: is it a printer, and is it switched on?"));
    }

    /** Writes a line that nobody answers. */
    void tell(String line) throws PortLostException {
        write(Frame.bare(line));
        awaitQuiet();
    }

    /**
     * Sends a command and waits for its {@code ok}.
     *
     * @param limit longest silence; {@code busy} begins it anew, and so do temperatures while heating
     */
    void send(String command, Duration limit) throws CommandFailure, PortLostException {
        boolean heating = HEATING.matcher(command.toUpperCase(Locale.ROOT)).matches();
        write(Frame.numbered(number, command));
        long heard = time.nanos();
        int resends = 0;
        boolean again = false;
        while (time.nanos() - heard < limit.toNanos()) {
            String line = next();
            if (line == null || line.isBlank()) {
                continue;
            }
            answers.accept(line);
            Reply reply = ReplyParser.parse(line);
            if (reply instanceof Reply.Ok) {
                if (!again) {
                    number++;
                    return;
                }
                again = false;
                write(Frame.numbered(number, command));
                heard = time.nanos();
            } else if (reply instanceof Reply.Resend resend) {
                if (++resends > MOST_RESENDS) {
                    throw new CommandFailure(ExitCode.CONNECTION_LOST,
                            "the printer asked for " + command + " " + MOST_RESENDS + " times: the line is too noisy");
                }
                again = true;
                number = resend.lineNumber().orElse(number);
            } else if (reply instanceof Reply.Busy || heating && reply instanceof Reply.Temperatures) {
                heard = time.nanos();
            } else {
                refuse(command, reply);
            }
        }
        throw new CommandFailure(ExitCode.PRINTER_UNAVAILABLE,
                "no answer to " + command + " within " + limit.toSeconds() + " s");
    }

    private static void refuse(String command, Reply reply) throws CommandFailure {
        if (reply instanceof Reply.Start) {
            throw new CommandFailure(ExitCode.PRINTER_UNAVAILABLE,
                    "the printer has reset instead of answering " + command);
        }
        if (reply instanceof Reply.Fault fault
                && (fault.kind() == Reply.Fault.Kind.HALTED || fault.kind() == Reply.Fault.Kind.THERMAL)) {
            throw new CommandFailure(ExitCode.PRINTER_FAULT, "the printer has stopped: "
                    + PlainText.harmless(fault.text()));
        }
    }

    /** Answers to earlier probes must not pass for those of the first command. */
    private void awaitQuiet() throws PortLostException {
        long heard = time.nanos();
        while (time.nanos() - heard < QUIET.toNanos()) {
            if (next() != null) {
                heard = time.nanos();
            }
        }
    }

    /** The next line, null if none is complete after one read. */
    private String next() throws PortLostException {
        if (lines.isEmpty()) {
            assembler.add(buffer, port.read(buffer), lines::add);
        }
        return lines.poll();
    }

    private void write(Frame frame) throws PortLostException {
        byte[] bytes = frame.bytes();
        port.write(bytes, 0, bytes.length);
    }
}
