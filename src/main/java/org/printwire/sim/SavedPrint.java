package org.printwire.sim;

/**
 * What a power panic saves of a host's print.
 *
 * @param line   the last line number that counts as executed
 * @param at     X Y Z E, mm
 * @param hotend target, degrees Celsius
 * @param bed    target, degrees Celsius
 */
record SavedPrint(long line, double[] at, double hotend, double bed) {
}
