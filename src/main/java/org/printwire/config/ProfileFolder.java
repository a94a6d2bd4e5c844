package org.printwire.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The profiles of one kind that come with the program, which lies in a jar or in a directory of classes. */
final class ProfileFolder {

    private static final String ENDING = ".yaml";

    private final ClassLoader resources;
    private final String directory;
    private final String certain;

    /**
     * @param directory as in {@code profiles/printers/}
     * @param certain   the name of a profile that is there in any case
     */
    ProfileFolder(ClassLoader resources, String directory, String certain) {
        this.resources = resources;
        this.directory = directory;
        this.certain = certain;
    }

    /** In alphabetical order. */
    List<String> names() {
        URL one = place(certain);
        try (Stream<String> files = one.getProtocol().equals("jar") ? inJar(one) : inDirectory(one)) {
            return files.filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the profiles beside " + one + " cannot be listed", e);
        }
    }

    /** The content of one of {@link #names()}. */
    String text(String name) {
        try (InputStream in = place(name).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own profile " + name + " cannot be read", e);
        }
    }

    String path(String name) {
        return directory + name + ENDING;
    }

    private URL place(String name) {
        URL place = resources.getResource(path(name));
        if (place == null) {
            throw new IllegalStateException("the program comes without its profile " + name);
        }
        return place;
    }

    private Stream<String> inJar(URL one) throws IOException {
        JarURLConnection connection = (JarURLConnection) one.openConnection();
        return connection.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(directory) && name.indexOf('/', directory.length()) < 0)
                .map(name -> name.substring(directory.length()));
    }

    private static Stream<String> inDirectory(URL one) throws IOException {
        try {
            return Files.list(Path.of(one.toURI()).getParent()).map(file -> file.getFileName().toString());
        } catch (URISyntaxException e) {
            throw new IOException("no path: " + one, e);
        }
    }
}
