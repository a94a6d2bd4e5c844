package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.CharRange;

class ConfigPropertyTest {

    private static final String GOOD = """
            printer: {profile: ender-3, baud: 115200}
            cameras:
              - {name: nozzle, type: http, url: "http://h/x", rotate: 90}
            webhooks:
              - id: a
                url: https://h/p
                events: [PrintDone]
                messages: {PrintDone: "@message"}
                headers: {X: y}
                data: {a: [1, 2.5, null, true], b: "@job"}
                cooldown: {PrintDone: 5m}
                quietHours: {from: "22:00", to: "07:00", except: [Error]}
                customEvents: [{name: x}]
                cooledDown: {bed: 40}
                oauth: {url: "https://h/t", data: {a: b}}
                retryFor: 1h
            delivery: {finish: 5s}
            storage: {retention: 7d, maxBytes: 50MB}
            """;

    @Property(tries = 500)
    void any_text_gives_a_configuration_or_problems(@ForAll @StringLength(max = 60)
            @CharRange(from = '\u0000', to = '\u00ff') String text) {
        holds(text);
    }

    @Property(tries = 1500)
    void any_change_of_a_good_file_gives_a_configuration_or_problems(
            @ForAll @IntRange(max = 640) int at, @ForAll @IntRange(max = 6) int removed,
            @ForAll @StringLength(max = 4) @CharRange(from = '\n', to = '~') String put) {
        int from = Math.min(at, GOOD.length());
        holds(GOOD.substring(0, from) + put + GOOD.substring(Math.min(from + removed, GOOD.length())));
    }

    private static void holds(String text) {
        try {
            assertThat(ConfigLoader.parse(text, "c", Path.of("/nowhere"), Map.of())).isNotNull();
        } catch (ConfigException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).isBetween(0, (int) text.lines().count() + 1);
                assertThat(problem.toString()).startsWith("c:");
            });
        }
    }
}
