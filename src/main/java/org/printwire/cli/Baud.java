package org.printwire.cli;

import java.util.List;
import org.printwire.config.PrinterProfile;
import org.printwire.serial.BaudRates;

/** {@code --baud N} or {@code --baud auto}: the rates to try, the first is the one to open the port with. */
record Baud(List<Integer> rates) {

    private static final int USUAL = 115_200;

    /**
     * @param option     as typed; null: not given
     * @param configured from the configuration; null: not there
     * @param profile    the printer's; null: not known
     */
    static Baud of(String option, Integer configured, PrinterProfile profile) throws CommandFailure {
        if ("auto".equalsIgnoreCase(option)) {
            return new Baud(BaudRates.USUAL);
        }
        if (option != null) {
            try {
                int rate = Integer.parseInt(option);
                if (rate > 0) {
                    return new Baud(List.of(rate));
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new CommandFailure(ExitCode.BAD_USAGE,
                    "--baud " + option + " is no rate: write a number such as 115200 or 250000, or auto");
        }
        return new Baud(List.of(configured != null ? configured : profile != null ? profile.baud() : USUAL));
    }

    int first() {
        return rates.get(0);
    }
}
