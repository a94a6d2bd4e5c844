package org.printwire.cli;

import java.util.Map;

/** What the kinds of a printer's lines are called for people; {@code ReplayTally} names them for programs. */
final class ReplyWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("Ok", "ok"),
            Map.entry("Resend", "asks for a line again"),
            Map.entry("Busy PROCESSING", "busy"),
            Map.entry("Busy PAUSED_FOR_USER", "busy: waits for somebody at the printer"),
            Map.entry("Busy PAUSED_FOR_INPUT", "busy: waits for an answer"),
            Map.entry("Busy OTHER", "busy, for another reason"),
            Map.entry("Wait", "waits for the next line"),
            Map.entry("Start", "boots"),
            Map.entry("Temperatures", "temperatures"),
            Map.entry("Position", "position"),
            Map.entry("Firmware", "who it is"),
            Map.entry("Capability", "what it can do"),
            Map.entry("ModeProgress", "progress"),
            Map.entry("HostAction", "a wish to the host (//action)"),
            Map.entry("Echo", "echo"),
            Map.entry("UnknownCommand", "does not know a command"),
            Map.entry("Fault LINE_NUMBER", "error: a wrong line number"),
            Map.entry("Fault CHECKSUM", "error: a garbled line"),
            Map.entry("Fault THERMAL", "error: heater or thermistor"),
            Map.entry("Fault HALTED", "error: it has stopped"),
            Map.entry("Fault CARD", "error: memory card"),
            Map.entry("Fault UNRECOGNISED", "error: another"),
            Map.entry("ReceiveLoss TIMEOUT", "has thrown a half line away"),
            Map.entry("ReceiveLoss OVERFLOW", "has lost lines: its receive buffer was full"),
            Map.entry("Packing", "how it unpacks lines"),
            Map.entry("Enqueued", "gives itself a command"),
            Map.entry("MoveAborted", "has aborted a move"),
            Map.entry("PowerPanic", "its power fails"),
            Map.entry("FanFault", "a fan fails"),
            Map.entry("Warning", "warning"),
            Map.entry("Mmu", "multi material unit"),
            Map.entry("Chatter", "chatter"),
            Map.entry("Other", "not understood"));

    private ReplyWords() {}

    static String of(String kind) {
        return WORDS.getOrDefault(kind, kind);
    }
}
