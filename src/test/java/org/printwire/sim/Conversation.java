package org.printwire.sim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** A host's end of the cable, on virtual time: says what the test tells it to, and notes the answers. */
final class Conversation {
    final SimulatedPrinter printer;
    long nanos;
    private final StringBuilder partial = new StringBuilder();
    private List<String> lines = new ArrayList<>();

    Conversation(SimulatedPrinterOptions options) {
        this.printer = new SimulatedPrinter(options, 0);
    }

    /** Sends text as it is; the answers that come at once are noted. */
    Conversation raw(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        printer.receive(bytes, 0, bytes.length, nanos);
        note();
        return this;
    }

    Conversation send(String... commands) {
        for (String command : commands) {
            raw(command + "\n");
        }
        return this;
    }

    /** Sends commands with line numbers and checksums. */
    Conversation numbered(long first, String... commands) {
        for (String command : commands) {
            raw(frame(first++, command));
        }
        return this;
    }

    static String frame(long number, String command) {
        String line = "N" + number + " " + command;
        int sum = 0;
        for (char c : line.toCharArray()) {
            sum ^= c;
        }
        return line + "*" + sum + "\n";
    }

    Conversation pass(Duration span) {
        long end = nanos + span.toNanos();
        while (printer.nextEventNanos() <= end) {
            nanos = Math.max(nanos, printer.nextEventNanos());
            note();
        }
        nanos = end;
        note();
        return this;
    }

    Conversation passSeconds(double seconds) {
        return pass(Duration.ofNanos((long) (seconds * 1e9)));
    }

    /** Lets time pass event by event until so many lines have come, or the span is over. */
    boolean passUntilLines(int count, Duration longest) {
        long end = nanos + longest.toNanos();
        while (lines.size() < count && printer.nextEventNanos() <= end) {
            nanos = Math.max(nanos, printer.nextEventNanos());
            note();
        }
        return lines.size() >= count;
    }

    Conversation does(ObjLongConsumer<SimulatedPrinter> action) {
        action.accept(printer, nanos);
        note();
        return this;
    }

    /** The lines noted since the last call. */
    List<String> heard() {
        List<String> heard = lines;
        lines = new ArrayList<>();
        return heard;
    }

    List<String> noted() {
        return lines;
    }

    /** The lines noted since the last call, without keepalives and heating chatter. */
    List<String> answers() {
        List<String> answers = new ArrayList<>(heard());
        answers.removeIf(line -> line.startsWith("echo:busy:") || line.contains(" W:"));
        return answers;
    }

    private void note() {
        for (byte value : printer.transmit(nanos)) {
            if (value == '\n') {
                lines.add(partial.toString());
                partial.setLength(0);
            } else {
                partial.append((char) (value & 0xff));
            }
        }
    }
}
