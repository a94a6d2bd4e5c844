package org.printwire.cli;

import java.util.Optional;
import org.printwire.stream.WindowPolicy;
import picocli.CommandLine.Option;

/** {@code --window}: how many lines may be unanswered. */
final class WindowOption {

    private static final int MOST_LINES = 64;
    private static final int MOST_BYTES = 65_535;

    @Option(names = "--window", paramLabel = "LINES[/BYTES]", description = "Lines that may be unanswered at a time, and"
            + " their bytes (126 if left out); else the profile's: 2 for a Prusa MK3, 1 for a printer that is not known.")
    private String written;

    Optional<WindowPolicy> policy() throws CommandFailure {
        if (written == null) {
            return Optional.empty();
        }
        String[] parts = written.split("/", -1);
        try {
            int lines = Integer.parseInt(parts[0]);
            int bytes = parts.length == 1 ? WindowPolicy.SAFE_BYTES : Integer.parseInt(parts[1]);
            if (parts.length <= 2 && lines >= 1 && lines <= MOST_LINES && bytes >= 1 && bytes <= MOST_BYTES) {
                return Optional.of(new WindowPolicy(lines, bytes));
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new CommandFailure(ExitCode.BAD_USAGE, "--window " + written + " is no window: write lines, 1 to "
                + MOST_LINES + ", and bytes if you know the printer's receive buffer, as 2 or 4/250");
    }
}
