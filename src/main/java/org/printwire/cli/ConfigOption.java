package org.printwire.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.printwire.config.ConfigException;
import org.printwire.config.ConfigLoader;
import org.printwire.config.ConfigPath;
import org.printwire.config.Configuration;
import picocli.CommandLine.Option;

/** {@code --config}, the same for every command that reads the configuration. */
public final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration; else the file that $PRINTWIRE_CONFIG names, else printwire/config.yaml in ~/.config.")
    private String file;

    /** The configuration that holds. */
    Configuration load(Surroundings surroundings) throws ConfigException {
        return ConfigLoader.find(file, surroundings.environment());
    }

    /** The file that a command writes to: the one named, else that of the environment, else the default one. */
    Path target(Surroundings surroundings) {
        String variable = surroundings.environment().getOrDefault("PRINTWIRE_CONFIG", "");
        if (file != null) {
            return Path.of(file);
        }
        return variable.isEmpty() ? ConfigPath.standard(surroundings.environment()) : Path.of(variable);
    }

    /** What is in that file; the defaults where it is not there yet. */
    Configuration existing(Surroundings surroundings) throws ConfigException {
        Path target = target(surroundings);
        return Files.exists(target) ? ConfigLoader.load(target, surroundings.environment()) : Configuration.defaults();
    }

    /** What the user named, null if nothing. */
    public String file() {
        return file;
    }
}
