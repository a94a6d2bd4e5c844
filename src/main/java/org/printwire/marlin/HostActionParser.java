package org.printwire.marlin;

import java.util.Optional;
import org.printwire.marlin.Reply.HostAction;

/**
 * {@code //action:name parameters}, with or without blanks behind the slashes; {@code action} in small letters. Any
 * other line that begins with two slashes is a remark, M118 A1 among them.
 */
final class HostActionParser {

    private static final String ACTION = "action:";

    private HostActionParser() {}

    static Optional<Reply> read(String text) {
        if (!text.startsWith("//")) {
            return Optional.empty();
        }
        String said = text.substring(2).strip();
        if (!said.startsWith(ACTION)) {
            return Optional.of(new Reply.Chatter(text));
        }
        String action = said.substring(ACTION.length()).strip();
        int blank = action.indexOf(' ');
        return Optional.of(blank < 0
                ? new HostAction(action, "")
                : new HostAction(action.substring(0, blank), action.substring(blank + 1).strip()));
    }
}
