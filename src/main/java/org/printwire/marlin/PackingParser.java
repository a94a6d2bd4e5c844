package org.printwire.marlin;

import java.util.Optional;
import org.printwire.marlin.Reply.Packing;

/**
 * {@code [MP] PV01 ON NSP}: what the unpacker of a firmware does (Prusa-Firmware 3.13, Marlin 2.1). Read only if every word
 * is whole: a report that is guessed would have lines packed for a printer that takes text.
 */
final class PackingParser {

    private static final String NAME = "[MP] ";
    private static final String VERSION = "PV01 ";

    private PackingParser() {}

    static Optional<Packing> read(String text) {
        if (!text.startsWith(NAME + VERSION)) {
            return Optional.empty();
        }
        return switch (text.substring(NAME.length() + VERSION.length())) {
            case "ON ESP" -> Optional.of(new Packing(true, false));
            case "ON NSP" -> Optional.of(new Packing(true, true));
            case "OFF ESP" -> Optional.of(new Packing(false, false));
            case "OFF NSP" -> Optional.of(new Packing(false, true));
            default -> Optional.empty();
        };
    }
}
