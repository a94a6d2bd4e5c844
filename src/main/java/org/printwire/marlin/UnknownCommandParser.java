package org.printwire.marlin;

import java.util.List;
import java.util.Optional;
import org.printwire.marlin.Reply.UnknownCommand;

/**
 * {@code echo:Unknown command: "M25"} (Marlin), {@code echo:Unknown command: "FOO"(2)}, {@code Unknown M code: M9999},
 * {@code Invalid M code: ..}, {@code Invalid T code.} (Prusa MK3), {@code Error: Unknown command:ABC} (others).
 */
final class UnknownCommandParser {

    private static final List<Prefix> BEFORE = List.of(Prefix.ECHO, new Prefix("error:"), new Prefix("//"));
    private static final List<Prefix> WORDINGS = List.of(
            new Prefix("unknown command"),
            new Prefix("unknown g code"), new Prefix("unknown m code"), new Prefix("unknown d code"),
            new Prefix("invalid g code"), new Prefix("invalid m code"), new Prefix("invalid d code"));
    private static final Prefix INVALID_TOOL = new Prefix("invalid t code");

    private UnknownCommandParser() {}

    static Optional<UnknownCommand> read(String text) {
        String said = text;
        for (Prefix prefix : BEFORE) {
            said = prefix.cutFrom(said);
        }
        if (INVALID_TOOL.begins(said)) {
            return Optional.of(new UnknownCommand("T"));
        }
        for (Prefix wording : WORDINGS) {
            if (wording.begins(said)) {
                return Optional.of(new UnknownCommand(command(wording.cutFrom(said))));
            }
        }
        return Optional.empty();
    }

    private static String command(String named) {
        int open = named.indexOf('"');
        int close = named.lastIndexOf('"');
        if (open >= 0) {
            return named.substring(open + 1, Math.max(close, open + 1));
        }
        return named.startsWith(":") ? named.substring(1).strip() : named;
    }
}
