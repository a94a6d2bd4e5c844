package org.printwire.config;

/** {@code printer:}; each component is null when the key was left out. */
public record PrinterSection(String profile, String port, Integer baud) {
    public static final PrinterSection DEFAULTS = new PrinterSection(null, null, null);
}
