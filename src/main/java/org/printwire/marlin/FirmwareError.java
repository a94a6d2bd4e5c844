package org.printwire.marlin;

import java.util.Optional;

/**
 * An error that the firmware has told in one or several lines.
 *
 * @param text  all lines, joined by {@code " - "}
 * @param fatal the firmware has stopped or switched off its heaters: the print is over
 * @param cause the line that says why, if one does
 */
public record FirmwareError(String text, boolean fatal, Optional<String> cause) {}
