package org.printwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.config.EventChoice;
import org.printwire.event.Event;
import org.printwire.event.EventName;
import org.printwire.testing.EventSamples;

/** Holds docs/events.md and the code together. */
class EventsDocTest {

    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("docs/events.md"));
    }

    @Test
    void every_event_has_a_section_in_the_order_of_the_types() {
        assertThat(found("(?m)^## (\\w+)$", page))
                .containsExactlyElementsOf(Event.types().stream().map(EventName::simple).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void each_section_has_the_wire_name_every_field_and_an_example(Event event) {
        String section = section(EventName.simple(event.getClass()));

        assertThat(section.strip()).startsWith("`" + EventName.wire(event.getClass()) + "` · ");
        assertThat(found("(?m)^\\| `(\\w+)` \\|", section)).containsExactlyElementsOf(
                Arrays.stream(event.getClass().getRecordComponents()).map(RecordComponent::getName).toList());
        assertThat(found("(?m)^(\\{.*})$", section)).containsExactly(Json.event(EventSamples.envelope(event)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void each_section_names_every_constant_that_a_field_can_have(Event event) {
        String section = section(EventName.simple(event.getClass()));

        Arrays.stream(event.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .filter(type -> type.isEnum() && type != Event.Actor.class)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .forEach(constant -> assertThat(section).contains("`" + EnumNames.of((Enum<?>) constant) + "`"));
    }

    @Test
    void the_topics_of_the_plugin_and_those_that_only_webhooks_have_are_listed() {
        assertThat(found("(?m)^\\| `(\\w+)` \\| [A-Z][a-z]+( [A-Z][a-z]+)* \\|", page))
                .containsExactlyInAnyOrderElementsOf(EventChoice.names().subList(0, 9));
        assertThat(found("(?m)^\\| `\\w+` \\| ([A-Z][a-z]+(?: [A-Z][a-z]+)*) \\|", page))
                .allSatisfy(topic -> assertThat(page.toLowerCase(Locale.ROOT))
                        .contains("`" + topic.replace(" ", "").toLowerCase(Locale.ROOT) + "`"));
    }

    private String section(String name) {
        Matcher matcher = Pattern.compile("(?ms)^## " + name + "\\R(.*?)(?=^## |\\z)").matcher(page);
        assertThat(matcher.find()).as("a section " + name).isTrue();
        return matcher.group(1);
    }

    private static List<String> found(String pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    static List<Event> samples() {
        return EventSamples.all();
    }
}
