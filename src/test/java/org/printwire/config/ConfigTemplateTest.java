package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTemplateTest {

    @Test
    void the_template_changes_nothing() throws Exception {
        assertThat(parse(ConfigTemplate.text())).isEqualTo(Configuration.defaults());
    }

    @Test
    void the_template_with_every_setting_switched_on_has_no_mistake_and_the_defaults() throws Exception {
        Configuration all = parse(ConfigTemplate.text().replaceAll("(?m)^#(?!#)", ""));
        Configuration least = parse("""
                cameras: [{name: nozzle, type: http, url: "http://127.0.0.1:8080/snapshot"}]
                webhooks: [{id: garage, url: "https://example.invalid/hook", camera: nozzle}]
                """);
        assertThat(all.cameras()).isEqualTo(least.cameras());
        assertThat(all.webhooks().get(0).messages()).isEqualTo(Map.of("PrintDone", "Your print is done."));
        assertThat(all.webhooks()).usingRecursiveComparison().ignoringFields("messages").isEqualTo(least.webhooks());
        assertThat(all.delivery()).isEqualTo(least.delivery());
        assertThat(all.storage()).isEqualTo(least.storage());
        assertThat(all.timelapse()).usingRecursiveComparison().ignoringFields("camera").isEqualTo(least.timelapse());
    }

    @Test
    void the_template_names_every_key() {
        assertThat(ConfigKeys.ALL).allSatisfy(key -> assertThat(ConfigTemplate.text())
                .containsPattern("(?m)^#? *(- )?" + key + ":|\\b" + key + "\\b.* not built yet|[{ ]" + key + ":"));
    }

    @Test
    void every_setting_in_the_template_says_why() {
        List<String> lines = ConfigTemplate.text().lines().toList();
        List<String> unexplained = List.of("flipHorizontal", "flipVertical");
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.matches("#(?!#).*") && unexplained.stream().noneMatch(line::contains)) {
                assertThat(lines.get(i - 1)).as("the line before %s", line).startsWith("##");
            }
        }
    }

    private static Configuration parse(String text) throws ConfigException {
        return ConfigLoader.parse(text, "template", Path.of("/"), Map.of());
    }
}
