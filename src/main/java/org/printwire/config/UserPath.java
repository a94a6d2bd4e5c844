package org.printwire.config;

import java.nio.file.Path;
import java.util.Map;

/** A path as users write it: {@code ~/} is the home directory, a relative one begins at a given directory. */
final class UserPath {

    private UserPath() {}

    static Path of(String written, Path directory, Map<String, String> environment) {
        return written.startsWith("~/")
                ? home(environment).resolve(written.substring(2))
                : directory.resolve(written);
    }

    static Path home(Map<String, String> environment) {
        String home = environment.get("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home);
    }
}
