package org.printwire.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The file that {@code printwire config init} writes: every key with its default and why one would change it. */
public final class ConfigTemplate {

    private ConfigTemplate() {}

    /**
     * YAML that loads without problems and changes nothing until a line is uncommented. Whoever writes it to a file
     * must not replace one that is there.
     */
    public static String text() {
        try (InputStream in = ConfigTemplate.class.getResourceAsStream("config-template.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own configuration template cannot be read", e);
        }
    }
}
