package org.printwire.gcode;

/**
 * Something about a file that its user would want to know before the print.
 *
 * @param code     one of a fixed set, for scripts: {@code tooHot}, {@code offBed}, {@code wrongPrinter}, {@code similarPrinter},
 *                 {@code wrongNozzle}, {@code oldFirmware},
 *                 {@code nonFiniteNumber}, {@code coldExtrusion}, {@code noHoming}, {@code nulBytes}
 * @param fileLine 1-based line in the file; 0: the file as a whole
 * @param message  what is wrong, one line for the user
 * @param harmful  a print of it could harm the printer: it is not begun unless the user insists
 */
public record FileWarning(String code, long fileLine, String message, boolean harmful) {
}
