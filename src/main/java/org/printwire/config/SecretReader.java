package org.printwire.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Turns {@code env:NAME} and {@code file:PATH} into what they stand for; any other text stands for itself. A relative
 * path begins at the directory of the configuration file.
 */
final class SecretReader {

    /** No password is longer; a log file named by mistake may be. */
    private static final long MAX_BYTES = 64 * 1024;

    private final Path directory;
    private final Map<String, String> environment;

    SecretReader(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** The text itself; empty after a problem, which never quotes it. */
    Optional<String> reveal(Section section, String key, String written) {
        if (written.startsWith("env:")) {
            return variable(section, key, written.substring(4));
        }
        return written.startsWith("file:") ? file(section, key, written.substring(5)) : Optional.of(written);
    }

    /** The secret under this key, if the key is there. */
    Optional<Secret> read(Section section, String key) {
        return section.text(key).flatMap(written -> reveal(section, key, written)).map(Secret::new);
    }

    private Optional<String> variable(Section section, String key, String name) {
        String text = environment.get(name);
        if (text == null || text.isEmpty()) {
            section.problem(key, "the environment variable " + name + (text == null ? " is not set" : " is empty"),
                    "set it before the start, or write file:PATH");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private Optional<String> file(Section section, String key, String name) {
        try {
            Path path = UserPath.of(name, directory, environment);
            if (Files.isDirectory(path) || Files.size(path) > MAX_BYTES) {
                return unreadable(section, key, name, Files.isDirectory(path) ? "is a directory" : "is too long");
            }
            String text = Files.readString(path, StandardCharsets.UTF_8).replaceFirst("\r?\n\\z", "");
            return text.isEmpty() ? unreadable(section, key, name, "is empty") : Optional.of(text);
        } catch (NoSuchFileException e) {
            return unreadable(section, key, name, "does not exist");
        } catch (IOException | InvalidPathException e) {
            return unreadable(section, key, name, "cannot be read");
        }
    }

    private static Optional<String> unreadable(Section section, String key, String name, String why) {
        section.problem(key, "the file " + name + " " + why,
                "put the secret into a file that the user of printwire may read");
        return Optional.empty();
    }
}
