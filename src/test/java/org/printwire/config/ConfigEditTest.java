package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.printwire.testing.Hook.map;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigEditTest {

    private static final List<Map<String, Object>> NEW = List.of(map("id", "new", "url", "https://n"));

    @TempDir
    Path directory;

    static Stream<Arguments> edits() {
        return Stream.of(
                edit("", "webhooks:\n  - id: new\n    url: https://n\n"),
                edit("# nothing yet\n", "# nothing yet\nwebhooks:\n  - id: new\n    url: https://n\n"),
                edit("printer:\n  baud: 9600", "printer:\n  baud: 9600\nwebhooks:\n  - id: new\n    url: https://n\n"),
                edit("---\n", "---\nwebhooks:\n  - id: new\n    url: https://n\n"),
                edit("  printer:\n    baud: 9600\n",
                        "  printer:\n    baud: 9600\n  webhooks:\n    - id: new\n      url: https://n\n"),
                edit("webhooks:\n", "webhooks:\n  - id: new\n    url: https://n\n"),
                edit("webhooks:", "webhooks:\n  - id: new\n    url: https://n\n"),
                edit("webhooks: # mine\n\nprinter:\n", "webhooks: # mine\n  - id: new\n    url: https://n\n\nprinter:\n"),
                edit("webhooks: []  # none\nprinter:\n", "webhooks:  # none\n  - id: new\n    url: https://n\nprinter:\n"),
                edit("webhooks: ~\n", "webhooks:\n  - id: new\n    url: https://n\n"),
                edit("webhooks:\n#  - id: a\n#    url: b\n\n# disk\nstorage:\n",
                        "webhooks:\n#  - id: a\n#    url: b\n  - id: new\n    url: https://n\n\n# disk\nstorage:\n"),
                edit("webhooks:\n# disk\nstorage:\n",
                        "webhooks:\n  - id: new\n    url: https://n\n# disk\nstorage:\n"),
                edit("webhooks:\n  - id: a\n    url: http://h  # here\nprinter:\n",
                        "webhooks:\n  - id: a\n    url: http://h  # here\n  - id: new\n    url: https://n\nprinter:\n"),
                edit("webhooks:\n- url: http://h\n# disk\nstorage:\n",
                        "webhooks:\n- url: http://h\n- id: new\n  url: https://n\n# disk\nstorage:\n"),
                edit("webhooks:\n      - url: http://h\n#        snapshot: true\n\nstorage:\n",
                        "webhooks:\n      - url: http://h\n#        snapshot: true\n      - id: new\n        url: https://n\n\nstorage:\n"),
                edit("webhooks:\n  - url: http://h\n    data: {a: 1,\n      b: 2}\nstorage:\n",
                        "webhooks:\n  - url: http://h\n    data: {a: 1,\n      b: 2}\n  - id: new\n    url: https://n\nstorage:\n"),
                edit("webhooks:\n  - {url: http://h}", "webhooks:\n  - {url: http://h}\n  - id: new\n    url: https://n\n"),
                edit("webhooks:\n  - url: http://h\n    camera:\nstorage:\n",
                        "webhooks:\n  - url: http://h\n    camera:\n  - id: new\n    url: https://n\nstorage:\n"),
                edit("webhooks:\n  - url: http://h\n    messages:\n      PrintDone: |\n        two\n        lines\n\nstorage:\n",
                        "webhooks:\n  - url: http://h\n    messages:\n      PrintDone: |\n        two\n        lines\n"
                                + "\n  - id: new\n    url: https://n\nstorage:\n"),
                edit("webhooks:\n  - url: http://h\n    messages:\n      PrintDone: |+\n        kept\n\n\nstorage:\n",
                        "webhooks:\n  - url: http://h\n    messages:\n      PrintDone: |+\n        kept\n\n\n"
                                + "  - id: new\n    url: https://n\nstorage:\n"),
                edit("printer: {baud: 9600} # \ud83d\ude00\ud83d\ude00\nwebhooks:\n  - url: http://h\nstorage:\n",
                        "printer: {baud: 9600} # \ud83d\ude00\ud83d\ude00\nwebhooks:\n  - url: http://h\n  - id: new\n"
                                + "    url: https://n\nstorage:\n"),
                edit("printer:\n  port: !!own/tag a\n",
                        "printer:\n  port: !!own/tag a\nwebhooks:\n  - id: new\n    url: https://n\n"),
                edit("webhooks:\r\n  - url: http://h\r\nstorage:\r\n",
                        "webhooks:\r\n  - url: http://h\r\n  - id: new\r\n    url: https://n\r\nstorage:\r\n"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void an_entry_goes_to_the_end_of_the_list_and_all_else_stays(String text, String result) throws Exception {
        assertThat(ConfigEdit.added(text, NEW, "c", directory, Map.of())).isEqualTo(result);
    }

    @Test
    void an_entry_can_be_added_to_the_file_that_config_init_writes() throws Exception {
        String result = ConfigEdit.added(ConfigTemplate.text(), NEW, "c", directory, Map.of());

        assertThat(result.replace("  - id: new\n    url: https://n\n", "")).isEqualTo(ConfigTemplate.text());
        assertThat(result).contains("#    compat: none\n  - id: new\n    url: https://n\n\n");
        String uncommented = result.replaceAll("(?m)^#(?!#)", "");
        assertThat(ConfigLoader.parse(uncommented, "c", directory, Map.of()).webhooks())
                .extracting(WebhookSection::id).containsExactly("garage", "new");
    }

    @Test
    void several_entries_are_added_at_once_and_one_after_the_other() throws Exception {
        String one = ConfigEdit.added("", NEW, "c", directory, Map.of());
        String more = ConfigEdit.added(one, List.of(map("id", "b", "url", "http://b"), map("id", "c", "url", "http://c",
                "data", map("a", List.of(map("b", 1))))), "c", directory, Map.of());

        assertThat(ConfigLoader.parse(more, "c", directory, Map.of()).webhooks())
                .extracting(WebhookSection::id).containsExactly("new", "b", "c");
        assertThat(more).startsWith(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhooks: [{url: http://h}]", "{printer: {baud: 9600}}", "{}"})
    void a_file_in_brackets_is_left_to_its_owner(String text) {
        assertThatThrownBy(() -> ConfigEdit.added(text, NEW, "c", directory, Map.of())).hasMessage("c: webhooks: is written"
                + " in brackets or braces, which cannot be added to; write it as lines that begin with '- ', or add the"
                + " webhook by hand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"printer:\n  baud: 9600\n...\n"})
    void a_shape_that_nobody_thought_of_is_not_spoilt(String text) {
        assertThatThrownBy(() -> ConfigEdit.added(text, NEW, "c", directory, Map.of()))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void a_file_whose_other_settings_the_edit_would_change_is_left_alone() {
        assertThatThrownBy(() -> ConfigEdit.added("printer:\n  port: |\n    a", NEW, "c", directory, Map.of()))
                .hasMessage("c: webhooks: cannot be added to as it is written; add the webhook by hand");
    }

    @Test
    void an_id_that_is_in_use_is_told() {
        assertThatThrownBy(() -> ConfigEdit.added("webhooks:\n  - {id: new, url: http://h}\n", NEW, "c", directory, Map.of()))
                .hasMessage("c: webhooks: there is a webhook 'new' already; choose another id");
    }

    @Test
    void a_file_with_mistakes_is_not_edited() {
        assertThatThrownBy(() -> ConfigEdit.added("printr:\n", NEW, "c", directory, Map.of()))
                .hasMessage("c:1: printr: is not a key here; write printer");
    }

    @Test
    void a_mistake_in_the_new_entry_is_told_as_such() {
        assertThatThrownBy(() -> ConfigEdit.added("webhooks:\n  - url: http://h\n",
                List.of(map("id", "new", "url", "n", "camera", "x")), "c", directory, Map.of())).hasMessage(
                "the new webhook: url: must be a web address without blanks that begins with http:// or https://;"
                        + " write url: https://HOST/PATH\n"
                        + "the new webhook: camera: there is no camera 'x'; add it under cameras:");
    }

    @Test
    void a_new_file_is_for_its_owner_alone() throws Exception {
        Path file = directory.resolve("deep/config.yaml");

        ConfigEdit.add(file, NEW, Map.of());

        assertThat(file).hasContent("webhooks:\n  - id: new\n    url: https://n\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(directory.resolve("deep").toFile().list()).containsExactly("config.yaml");
    }

    @Test
    void a_file_keeps_its_mode_its_byte_order_mark_and_the_link_to_it() throws Exception {
        Path file = Files.writeString(directory.resolve("real.yaml"), "\uFEFFprinter:\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(directory.resolve("config.yaml"), file);

        ConfigEdit.add(link, NEW, Map.of());

        assertThat(Files.readString(file)).isEqualTo("\uFEFFprinter:\nwebhooks:\n  - id: new\n    url: https://n\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void after_a_problem_the_file_is_as_it_was() throws Exception {
        Path file = Files.writeString(directory.resolve("c.yaml"), "webhooks:\n  - {id: new, url: http://h}\n");

        assertThatThrownBy(() -> ConfigEdit.add(file, NEW, Map.of())).isInstanceOf(ConfigException.class);

        assertThat(file).hasContent("webhooks:\n  - {id: new, url: http://h}\n");
        assertThat(directory.toFile().list()).containsExactly("c.yaml");
    }

    private static Arguments edit(String text, String result) {
        return Arguments.of(text, result);
    }
}
