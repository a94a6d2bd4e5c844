package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.printwire.testing.Hook.map;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.webhook.profile.Needs;

class WebhookProfilesTest {

    private static final String CHAT = """
            title: Chat
            about: A chat.
            needs: {apiSecret: the token, chat_id: the number of the chat}
            webhook:
              url: https://chat.example/bot@apiSecret
              method: PUT
              data: {chat_id: "", text: "@message", deep: {key: "env:NOT"}}
            """;

    @TempDir
    Path directory;

    private final WebhookProfiles profiles = new WebhookProfiles();

    static Stream<String> names() {
        return new WebhookProfiles().names().stream();
    }

    @Test
    void the_profiles_of_the_program_are_listed() {
        assertThat(profiles.names()).contains("simple", "slack").isSorted();
    }

    @Test
    void the_profiles_are_found_in_a_jar_too() throws Exception {
        Path jar = directory.resolve("p.jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
            for (String place : List.of("profiles/webhooks/simple.yaml", "profiles/webhooks/slack.yaml",
                    "profiles/printers/ender-3.yaml")) {
                entries.putNextEntry(new JarEntry(place));
                try (InputStream in = getClass().getClassLoader().getResourceAsStream(place)) {
                    in.transferTo(entries);
                }
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            WebhookProfiles inJar = new WebhookProfiles(loader);

            assertThat(inJar.names()).containsExactly("simple", "slack");
            assertThat(inJar.load("slack")).isEqualTo(profiles.load("slack"));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_profile_of_the_program_makes_an_entry_that_loads(String name) throws Exception {
        WebhookProfile profile = profiles.load(name);

        Map<String, Object> entry = profile.entry("mine", Needs.of(name));

        assertThat(ConfigLoader.parse(WebhookYaml.text(List.of(entry)), name, directory, Map.of()).webhooks())
                .extracting(WebhookSection::id).containsExactly("mine");
        assertThat(profile.title()).isNotBlank();
        assertThat(profile.about()).endsWith(".");
    }

    @Test
    void slack_gets_a_text() throws Exception {
        assertThat(profiles.load("slack").entry("s", Map.of("url", "https://hooks.slack.com/services/x")))
                .containsEntry("id", "s").containsEntry("url", "https://hooks.slack.com/services/x")
                .extractingByKey("data", InstanceOfAssertFactories.MAP).containsOnlyKeys("text");
    }

    @Test
    void what_is_given_for_a_key_of_the_data_takes_its_place_and_stands_for_itself() throws Exception {
        Map<String, Object> entry =
                chat().entry("c", Map.of("apiSecret", "t0ken", "chat_id", "@my@channel", "deviceIdentifier", "MK3S"));

        assertThat(entry).isEqualTo(map("id", "c", "url", "https://chat.example/bot@apiSecret", "deviceIdentifier", "MK3S",
                "apiSecret", "t0ken", "method", "PUT",
                "data", map("chat_id", "@@my@@channel", "text", "@message", "deep", map("key", "env:NOT"))));
        assertThat(entry.keySet()).containsExactly("id", "url", "deviceIdentifier", "apiSecret", "method", "data");
        assertThat(((Map<?, ?>) entry.get("data")).keySet().toString()).isEqualTo("[chat_id, text, deep]");
        assertThat(chat().entry("c", Map.of("apiSecret", "t", "chat_id", "env:A@B")).get("data").toString())
                .contains("chat_id=env:A@B");
    }

    @Test
    void all_that_is_missing_or_unknown_is_told_at_once() throws Exception {
        assertThatThrownBy(() -> chat().entry("c", Map.of("apiSecret", "", "chatid", "1"))).hasMessage("""
                webhook profile chat: apiSecret: is missing; give apiSecret: the token
                webhook profile chat: chat_id: is missing; give chat_id: the number of the chat
                webhook profile chat: chatid: is nothing that Chat needs; write chat_id""");
    }

    @Test
    void an_unknown_profile_is_told_with_those_there_are() {
        assertThatThrownBy(() -> profiles.load("slak")).isInstanceOf(ConfigException.class)
                .hasMessage("webhook profile: slak: there is none of this name; write slack");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{title: A, about: b, needs: {url: x}} | p:1: webhook: is missing",
        "{title: A, about: b, webhook: {method: GET}} | p:1: needs: is missing",
        "{title: A, about: b, needs: [url], webhook: {a: b}} | p:1: needs: must be a group of keys, not a list; write KEY: VALUE lines below it",
        "{title: A, about: b, needs: {url: x}, webhook: {id: b}} | p:1: webhook: has an id; leave it to the user",
        "{title: A, about: b, needs: {url: x}, webhook: {a: b}, need: x} | p:1: need: is not a key here; write needs"})
    void each_mistake_in_a_profile_is_told_with_its_line(String text, String problem) {
        assertThatThrownBy(() -> WebhookProfiles.parse(text, "p", "p")).hasMessage(problem);
    }

    private static WebhookProfile chat() throws ConfigException {
        return WebhookProfiles.parse(CHAT, "p", "chat");
    }
}
