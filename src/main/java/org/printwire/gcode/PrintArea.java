package org.printwire.gcode;

/** The box around all moves that go sideways and push filament, purge lines included, in mm. */
public record PrintArea(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {}
