package org.printwire.config;

import java.time.Duration;
import java.util.List;

/**
 * {@code printer:}; profile, port, baud and dead man are null when the key was left out.
 *
 * @param reconnect how long a print waits for a port that is gone; zero: not at all
 * @param deadMan   silence of the host after which the firmware switches the heaters off; null: never
 * @param meatPack  whether lines are packed
 * @param squeeze   whether commands are sent in their shortest form
 * @param warnMinutes so long before each colour change it is told, the most first; empty: not at all
 */
public record PrinterSection(String profile, String port, Integer baud, Duration reconnect, Duration deadMan,
        PackingChoice meatPack, boolean squeeze, List<Integer> warnMinutes) {
    public static final PrinterSection DEFAULTS =
            new PrinterSection(null, null, null, Duration.ofMinutes(5), null, PackingChoice.OFF, false, List.of(5, 1));

    public PrinterSection {
        warnMinutes = List.copyOf(warnMinutes);
    }
}
