package org.printwire.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The text of a file that the user named, below 1 MB of UTF-8, or a problem in words. */
public final class UserFile {

    /** A thousand webhooks fit; a G-code file named by mistake does not. */
    private static final long MAX_BYTES = 1_000_000;

    private UserFile() {}

    /** All of it, without a byte order mark. */
    public static String text(Path file) throws ConfigException {
        try {
            if (Files.isDirectory(file)) {
                throw unusable(file, "is a directory", "name the file in it");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw unusable(file, "is too long for a configuration", "name a file below 1 MB");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw unusable(file, "does not exist", "");
        } catch (AccessDeniedException e) {
            throw unusable(file, "may not be read by this user", "change its owner or its mode");
        } catch (CharacterCodingException e) {
            throw unusable(file, "is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            throw unusable(file, "cannot be read (" + e.getMessage() + ")", "");
        }
    }

    static ConfigException unusable(Path file, String what, String fix) {
        return new ConfigException(List.of(new ConfigProblem(file.toString(), 0, "", what, fix)));
    }
}
