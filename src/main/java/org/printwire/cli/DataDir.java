package org.printwire.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --data-dir}: where logs are kept, and what else must outlive the program. */
final class DataDir {

    @Option(names = "--data-dir", paramLabel = "DIR",
            description = "Where logs and messages are kept; else $XDG_DATA_HOME/printwire, else ~/.local/share/printwire.")
    private Path folder;

    /** The folder for logs in a data folder, which is made if it is not there. */
    static Path logs(Path data) throws CommandFailure {
        Path logs = data.resolve("log");
        try {
            return Files.createDirectories(logs);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE,
                    "the folder " + logs + " cannot be made (" + PlainText.reason(e) + "): name another with --data-dir");
        }
    }

    /** The folder itself, which may not be there. */
    Path path(Surroundings surroundings) {
        return folder(surroundings.environment());
    }

    private Path folder(Map<String, String> environment) {
        if (folder != null) {
            return folder;
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = data.isEmpty() ? Path.of(environment.getOrDefault("HOME", "."), ".local", "share") : Path.of(data);
        return base.resolve("printwire");
    }
}
