package org.printwire.marlin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.printwire.marlin.Reply.Fault;

/**
 * {@code Error:..}, {@code !!..} (Smoothie), {@code fatal:..} (Repetier), and errors that have lost their prefix: the
 * second line of an older Marlin's error, the reason that Prusa firmware prints behind its kill, a damaged
 * {@code Error:}.
 */
final class FaultParser {

    private static final List<Prefix> PREFIXES = List.of(new Prefix("error:"), new Prefix("!!"));
    private static final Prefix FATAL = new Prefix("fatal:");

    /** How Prusa MK3 3.14 says why it was killed, on a line of its own behind "Printer halted. kill() called!". */
    private static final List<Prefix> KILL_REASONS =
            List.of(new Prefix("M112 called. Emergency Stop"), new Prefix("KILLED"));

    private FaultParser() {}

    static Optional<Fault> read(String text) {
        if (FATAL.begins(text)) {
            String said = FATAL.cutFrom(text);
            Fault fault = fault(said);
            return Optional.of(fault.kind() == Fault.Kind.THERMAL
                    ? fault
                    : new Fault(Fault.Kind.HALTED, said, OptionalLong.empty()));
        }
        for (Prefix prefix : PREFIXES) {
            if (prefix.begins(text)) {
                return Optional.of(fault(prefix.cutFrom(text)));
            }
        }
        return Optional.empty();
    }

    /** For lines that nothing else knows: an error only if its words leave no doubt. */
    static Optional<Fault> readWithoutPrefix(String text) {
        if (KILL_REASONS.stream().anyMatch(reason -> reason.begins(text))) {
            return Optional.of(new Fault(Fault.Kind.HALTED, text, OptionalLong.empty()));
        }
        Fault fault = fault(text);
        return switch (fault.kind()) {
            case THERMAL, HALTED -> Optional.of(fault);
            case LINE_NUMBER, CHECKSUM -> FaultClassifier.resembles(text) ? Optional.of(fault) : Optional.empty();
            case CARD, UNRECOGNISED -> Optional.empty();
        };
    }

    private static Fault fault(String said) {
        return new Fault(FaultClassifier.kind(said), said, FaultClassifier.lastLine(said));
    }
}
