package org.printwire.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import org.printwire.config.ConfigPath;
import org.printwire.config.ConfigTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code printwire config init}: a configuration to edit. */
@Command(
        name = "init",
        description = "Writes a configuration with every key and its default, for you to edit. Never replaces a file.",
        footer = {"", "Example:", "  printwire config init"})
final class ConfigInit implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigOption config;

    ConfigInit(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure {
        Path file = file();
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // The file may come to hold secrets: nobody else reads it, from the first byte on.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, ConfigTemplate.text());
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE,
                    file + " is there already and stays as it is: edit it, or move it away first");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, "cannot write " + file + ": " + e.getMessage());
        }
        surroundings.output().line("wrote " + file + ": edit it, then run printwire config check");
        return ExitCode.DONE.number();
    }

    private Path file() {
        String variable = surroundings.environment().getOrDefault("PRINTWIRE_CONFIG", "");
        if (config.file() != null) {
            return Path.of(config.file());
        }
        return variable.isEmpty() ? ConfigPath.standard(surroundings.environment()) : Path.of(variable);
    }
}
