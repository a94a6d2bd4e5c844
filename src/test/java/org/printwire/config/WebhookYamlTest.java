package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WebhookYamlTest {

    @Example
    void an_entry_is_written_as_a_person_would() {
        assertThat(WebhookYaml.text(List.of(map(
                "id", "slack",
                "url", "https://hooks.example/T0",
                "events", List.of("PrintDone", "Error"),
                "cooldown", "30s",
                "verifyTls", false,
                "headers", map(),
                "customEvents", List.of(map("name", "a", "message", "")),
                "data", map("text", "@message", "deep", map("list", List.of(List.of(1, 2), map("a", null)), "size", 1.5),
                        "yes", "no")))))
                .isEqualTo("""
                        webhooks:
                          - id: slack
                            url: https://hooks.example/T0
                            events: [PrintDone, Error]
                            cooldown: "30s"
                            verifyTls: false
                            headers: {}
                            customEvents:
                              - name: a
                                message: ""
                            data:
                              text: "@message"
                              deep:
                                list:
                                  - [1, 2]
                                  - a: null
                                size: 1.5
                              "yes": "no"
                        """);
    }

    @Example
    void no_webhooks_are_an_empty_list() throws Exception {
        assertThat(load(List.of())).isEmpty();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void what_is_written_reads_back_as_the_same(@ForAll("values") Object value) throws Exception {
        Map<String, Object> data = map("first", value, "second", Arrays.asList(value, "x"));

        assertThat(load(List.of(map("url", "http://h", "data", data))).get(0).data()).isEqualTo(data);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void any_key_reads_back_as_the_same(@ForAll("texts") String key) throws Exception {
        Map<String, Object> data = map(key, map(key, 1));

        assertThat(load(List.of(map("url", "http://h", "data", data))).get(0).data()).isEqualTo(data);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(texts().map(text -> (Object) text),
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.bigIntegers().between(BigInteger.ONE.shiftLeft(63), BigInteger.ONE.shiftLeft(90)).map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.of(true, false).map(flag -> (Object) flag),
                Arbitraries.just(null));
        Arbitrary<Object> twoDeep = nested(leaf);
        return Arbitraries.oneOf(leaf, twoDeep, nested(Arbitraries.oneOf(leaf, twoDeep)));
    }

    private Arbitrary<Object> nested(Arbitrary<Object> inner) {
        return Arbitraries.oneOf(inner.list().ofMaxSize(3).map(list -> (Object) list),
                Arbitraries.maps(texts(), inner).ofMaxSize(3).map(map -> (Object) map));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings().withChars("ab -:#,[]{}&*!|>'\"%@`\\\n\t\r?=~/._+0").ofMaxLength(8),
                Arbitraries.strings().withChars("word ").ofMinLength(90).ofMaxLength(200),
                Arbitraries.of("true", "No", "null", "~", "1e3", ".inf", "0x10", "22:00", "2020-01-01", "- a", "a: b",
                        "a:", "a #b", "", " ", "<<", "=", "\u0085", "\u2028", "\ud83d\ude00", "\ud800", "---", "..."))
                .filter(text -> !SecretReader.isReference(text));
    }

    private static List<WebhookSection> load(List<Map<String, Object>> webhooks) throws ConfigException {
        return ConfigLoader.parse(WebhookYaml.text(webhooks), "c", Path.of("/"), Map.of()).webhooks();
    }
}
