package org.printwire.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists the profiles that come with the program, which lies in a jar or in a directory of classes. */
final class ProfileNames {

    static final String DIRECTORY = "profiles/printers/";
    static final String ENDING = ".yaml";

    private ProfileNames() {}

    /** In alphabetical order. {@code one}: the place of any of them. */
    static List<String> beside(URL one) {
        try (Stream<String> files = one.getProtocol().equals("jar") ? inJar(one) : inDirectory(one)) {
            return files.filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the profiles beside " + one + " cannot be listed", e);
        }
    }

    private static Stream<String> inJar(URL one) throws IOException {
        JarURLConnection connection = (JarURLConnection) one.openConnection();
        return connection.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(DIRECTORY) && name.indexOf('/', DIRECTORY.length()) < 0)
                .map(name -> name.substring(DIRECTORY.length()));
    }

    private static Stream<String> inDirectory(URL one) throws IOException {
        try {
            return Files.list(Path.of(one.toURI()).getParent()).map(file -> file.getFileName().toString());
        } catch (URISyntaxException e) {
            throw new IOException("no path: " + one, e);
        }
    }
}
