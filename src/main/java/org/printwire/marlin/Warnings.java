package org.printwire.marlin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.printwire.marlin.Reply.FanFault;
import org.printwire.marlin.Reply.Warning;

/**
 * Mishaps that Prusa MK3 firmware tells in plain words, without a prefix to know them by, or behind the wrong one. The
 * thermal model's stop is here and not among the faults: unlike MINTEMP it can be cleared at the knob, and the print
 * goes on.
 */
final class Warnings {

    private static final String SLOW_FAN = "fan speed is lower";

    private static final List<Prefix> WORDINGS = List.of(
            new Prefix("cold extrusion prevented"),
            new Prefix("too long extrusion prevented"),
            new Prefix("bed leveling failed"),
            new Prefix("fsensor "),
            new Prefix("unknown ir sensor version"),
            new Prefix("tm: error triggered"),
            new Prefix("tm: error cleared"),
            new Prefix("printer stopped due to errors"),
            new Prefix("xflash not responding"));

    private static final Prefix NOT_QUEUED = new Prefix("error:enque");

    private Warnings() {}

    static Optional<Reply> read(String text) {
        String said = Prefix.ECHO.cutFrom(text);
        if (said.toLowerCase(Locale.ROOT).contains(SLOW_FAN)) {
            return Optional.of(new FanFault(said));
        }
        for (Prefix wording : WORDINGS) {
            if (wording.begins(said)) {
                return Optional.of(new Warning(said));
            }
        }
        return NOT_QUEUED.begins(text) ? Optional.of(new Warning(text)) : Optional.empty();
    }
}
