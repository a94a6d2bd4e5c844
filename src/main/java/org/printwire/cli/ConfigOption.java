package org.printwire.cli;

import picocli.CommandLine.Option;

/** {@code --config}, the same for every command that reads the configuration. */
public final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration; else the file that $PRINTWIRE_CONFIG names, else printwire/config.yaml in ~/.config.")
    private String file;

    /** What the user named, null if nothing. */
    public String file() {
        return file;
    }
}
