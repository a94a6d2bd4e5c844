package org.printwire.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Reads {@code caFile:}: whom a webhook believes instead of the system's authorities. */
final class TrustReader {

    private static final long MAX_BYTES = 10_000_000;

    private final Path directory;
    private final Map<String, String> environment;

    /** @param directory where relative paths begin */
    TrustReader(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** null: the system's, or a problem. */
    Path caFile(Section webhook, boolean verifyTls) {
        String name = webhook.text("caFile").orElse(null);
        if (name == null) {
            return null;
        }
        if (!verifyTls) {
            webhook.problem("caFile", "is of no use with verifyTls: false", "leave one of the two out");
        }
        try {
            Path file = UserPath.of(name, directory, environment);
            String problem = problem(file);
            if (problem.isEmpty()) {
                return file;
            }
            webhook.problem("caFile", "the file " + name + " " + problem,
                    "write the path of a PEM file with the authority's certificate");
        } catch (IOException | InvalidPathException e) {
            webhook.problem("caFile", "the file " + name + " cannot be read",
                    "let the user of printwire read it");
        }
        return null;
    }

    private static String problem(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "does not exist";
        }
        if (!Files.isRegularFile(file)) {
            return "is no file";
        }
        if (Files.size(file) > MAX_BYTES) {
            return "is too long";
        }
        boolean pem = Files.readString(file, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----");
        return pem ? "" : "holds no certificate in PEM form";
    }
}
