package org.printwire.gcode;

/**
 * A line of a file that must not be sent.
 *
 * @param fileLine 1-based line in the file
 * @param message  what is wrong and what to do, one line for the user, naming the line
 */
public record FileProblem(long fileLine, String message) {
}
