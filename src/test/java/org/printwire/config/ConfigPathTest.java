package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPathTest {

    @TempDir
    Path directory;

    @Test
    void the_option_comes_first() throws Exception {
        Path one = Files.createFile(directory.resolve("one.yaml"));
        Path two = Files.createFile(directory.resolve("two.yaml"));

        assertThat(ConfigPath.find(one.toString(), Map.of("PRINTWIRE_CONFIG", two.toString()))).contains(one);
    }

    @Test
    void then_comes_the_environment_variable() throws Exception {
        Path two = Files.createFile(directory.resolve("two.yaml"));

        assertThat(ConfigPath.find(null, Map.of("PRINTWIRE_CONFIG", two.toString()))).contains(two);
    }

    @Test
    void then_comes_the_default_place_if_there_is_a_file() throws Exception {
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", directory.toString());
        assertThat(ConfigPath.find(null, environment)).isEmpty();

        Path file = directory.resolve("printwire/config.yaml");
        Files.createDirectories(file.getParent());
        Files.createFile(file);

        assertThat(ConfigPath.find(null, environment)).contains(file);
    }

    @Test
    void the_default_place_follows_the_xdg_rules() {
        assertThat(ConfigPath.standard(Map.of("HOME", "/home/x"))).hasToString("/home/x/.config/printwire/config.yaml");
        assertThat(ConfigPath.standard(Map.of("HOME", "/home/x", "XDG_CONFIG_HOME", "/etc/x")))
                .hasToString("/etc/x/printwire/config.yaml");
        assertThat(ConfigPath.standard(Map.of("HOME", "/home/x", "XDG_CONFIG_HOME", "relative")))
                .hasToString("/home/x/.config/printwire/config.yaml");
    }

    @Test
    void a_named_file_that_is_absent_is_a_problem() {
        assertThatThrownBy(() -> ConfigPath.find("/no/c.yaml", Map.of()))
                .hasMessage("/no/c.yaml: does not exist; name another one with --config");
        assertThatThrownBy(() -> ConfigPath.find(null, Map.of("PRINTWIRE_CONFIG", "/no/c.yaml")))
                .hasMessage("/no/c.yaml: does not exist; PRINTWIRE_CONFIG names it: change or unset that variable");
    }
}
