package org.printwire.gcode;

import java.util.OptionalDouble;

/**
 * What a print takes of one tool's filament, as the slicer states it.
 *
 * @param tool   from 0
 * @param length mm
 * @param volume cm³
 */
public record Filament(int tool, OptionalDouble length, OptionalDouble volume) {}
