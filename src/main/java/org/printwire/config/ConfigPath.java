package org.printwire.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the configuration file is: {@code --config}, else PRINTWIRE_CONFIG, else the default place. */
public final class ConfigPath {

    private ConfigPath() {}

    /**
     * The file to read; empty: there is none, so the defaults hold.
     *
     * @param option what {@code --config} said, null if it was not given
     * @throws ConfigException a file was named and is not there; that only the default one is absent is fine
     */
    public static Optional<Path> find(String option, Map<String, String> environment) throws ConfigException {
        String variable = environment.getOrDefault("PRINTWIRE_CONFIG", "");
        if (option != null) {
            return Optional.of(named(option, "name another one with --config"));
        }
        if (!variable.isEmpty()) {
            return Optional.of(named(variable, "PRINTWIRE_CONFIG names it: change or unset that variable"));
        }
        Path standard = standard(environment);
        return Files.exists(standard) ? Optional.of(standard) : Optional.empty();
    }

    /** {@code printwire/config.yaml} in $XDG_CONFIG_HOME, or in ~/.config where that is not set to a full path. */
    public static Path standard(Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path directory = xdg.startsWith("/") ? Path.of(xdg) : UserPath.home(environment).resolve(".config");
        return directory.resolve("printwire").resolve("config.yaml");
    }

    private static Path named(String name, String fix) throws ConfigException {
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw UserFile.unusable(file, "does not exist", fix);
        }
        return file;
    }
}
