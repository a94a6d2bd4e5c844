package org.printwire.sim;

/** Which firmware a {@link SimulatedPrinter} plays. */
public enum PrinterModel {
    /** Prusa-Firmware 3.14 on an Einsy board: an Original Prusa i3 MK3S. */
    MK3S,
    /** Marlin bugfix-2.1.x with EMERGENCY_PARSER, HOST_PROMPT_SUPPORT and ADVANCED_PAUSE_FEATURE. */
    MARLIN
}
