package org.printwire.marlin;

import java.util.List;
import java.util.Optional;

/**
 * Tells what a line from the printer means. A pure function of the line: no state, any thread, and it never throws,
 * whatever the wire has made of the line. What it does not know is {@link Reply.Other} with the line as received.
 *
 * <p>Noise: dirt in front of and behind a line is ignored (see {@link LineNoise}); a damaged {@code Resend} or error text is
 * read by its likeness to the real one. An {@code ok} is never guessed: a lost one costs a moment, a false one costs
 * the order of the lines.
 *
 * <p>Wordings: Marlin 2.1 and Prusa MK3 3.14 as recorded in src/test/resources/transcripts; Repetier, Smoothie, Malyan
 * and older Marlin from the vectors beside them.
 */
public final class ReplyParser {

    /** One kind of line; empty if the line is of another kind. The text is without noise and not empty. */
    @FunctionalInterface
    interface Rule {
        Optional<? extends Reply> read(String text);
    }

    /**
     * In this order, for: an unknown-command answer may carry {@code echo:}, {@code Error:} or {@code //}; an echo may
     * hold the words of every other rule; a position has an {@code E:} that looks like a temperature;
     * a refusal whose beginning was damaged may begin like a report of the fans.
     */
    private static final List<Rule> RULES = List.of(
            OkParser::read,
            FixedLines::read,
            PackingParser::read,
            ResendParser::read,
            BusyParser::read,
            UnknownCommandParser::read,
            HostActionParser::read,
            EnqueuedParser::read,
            Warnings::read,
            EchoParser::read,
            FaultParser::read,
            FirmwareParser::read,
            CapabilityParser::read,
            ModeProgressParser::read,
            PositionParser::read,
            TemperatureParser::read,
            MmuParser::read,
            FaultParser::readWithoutPrefix,
            BootChatter::read);

    private ReplyParser() {}

    /** The meaning of one line, given without its line end. */
    public static Reply parse(String line) {
        if (line.equals("ok")) {
            return Reply.Ok.PLAIN;
        }
        String text = LineNoise.strip(line);
        if (text.isEmpty()) {
            return new Reply.Chatter("");
        }
        for (Rule rule : RULES) {
            Optional<? extends Reply> reply = rule.read(text);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        return new Reply.Other(line);
    }
}
