package org.printwire.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Turns {@code env:NAME}, {@code file:PATH} and {@code credential:NAME} (of systemd) into what they stand for; any other
 * text stands for itself. A relative path begins at the directory of the configuration file.
 */
final class SecretReader {

    /** No password is longer; a log file named by mistake may be. */
    private static final long MAX_BYTES = 64 * 1024;

    private static final Pattern REFERENCE =
            Pattern.compile("(?s)(?:env|file|credential):[^\\s@].*");

    private final Path directory;
    private final Map<String, String> environment;

    SecretReader(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /**
     * The text says where a secret is. What has a blank or an {@code @} behind the colon is a sentence or a template
     * that begins with one of these words.
     */
    static boolean isReference(String written) {
        return REFERENCE.matcher(written).matches();
    }

    /** The text itself; empty after a problem, which never quotes it. */
    Optional<String> reveal(Place place, String written) {
        if (written.startsWith("env:")) {
            return variable(place, written.substring("env:".length()));
        }
        if (written.startsWith("credential:")) {
            return credential(place, written.substring("credential:".length()));
        }
        return written.startsWith("file:") ? file(place, written.substring("file:".length())) : Optional.of(written);
    }

    /** The secret under this key, if the key is there. */
    Optional<Secret> read(Section section, String key) {
        return section.text(key).flatMap(written -> reveal(section.place(key), written)).map(Secret::new);
    }

    private Optional<String> variable(Place place, String name) {
        String text = environment.get(name);
        if (text == null || text.isEmpty()) {
            place.problem("the environment variable " + name + (text == null ? " is not set" : " is empty"),
                    "set it before the start, or write file:PATH");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private Optional<String> credential(Place place, String name) {
        String folder = environment.getOrDefault("CREDENTIALS_DIRECTORY", "");
        if (folder.isEmpty()) {
            place.problem("there are no credentials: CREDENTIALS_DIRECTORY is not set",
                    "start printwire as a systemd service that has LoadCredential=" + name + ":PATH, or write file:PATH");
            return Optional.empty();
        }
        if (name.isEmpty() || name.contains("/") || name.equals(".") || name.equals("..")) {
            place.problem("is not the name of a credential", "write credential:NAME");
            return Optional.empty();
        }
        return content(() -> Path.of(folder).resolve(name), why -> place.problem("the credential " + name + " " + why,
                "write LoadCredential=" + name + ":PATH into the unit of the service"));
    }

    private Optional<String> file(Place place, String name) {
        return content(() -> UserPath.of(name, directory, environment), why -> place.problem(
                "the file " + name + " " + why, "put the secret into a file that the user of printwire may read"));
    }

    private static Optional<String> content(Supplier<Path> place, Consumer<String> problem) {
        try {
            Path path = place.get();
            if (Files.isDirectory(path) || Files.size(path) > MAX_BYTES) {
                problem.accept(Files.isDirectory(path) ? "is a directory" : "is too long");
                return Optional.empty();
            }
            String text = Files.readString(path, StandardCharsets.UTF_8).replaceFirst("\r?\n\\z", "");
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
            problem.accept("is empty");
        } catch (NoSuchFileException e) {
            problem.accept("does not exist");
        } catch (IOException | InvalidPathException e) {
            problem.accept("cannot be read");
        }
        return Optional.empty();
    }
}
