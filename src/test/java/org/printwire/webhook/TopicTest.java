package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.event.Event;
import org.printwire.event.EventName;

class TopicTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PrintStarted     | Print Started      | Your print has started.
            PrintDone        | Print Done         | Your print is done.
            PrintFailed      | Print Failed       | Something went wrong and your print has failed.
            PrintPaused      | Print Paused       | Your print has paused. You might need to change the filament color.
            UserActionNeeded | User Action Needed | User action needed. You might need to change the filament color.
            Error            | Error              | There was an error.
            PrintProgress    | Print Progress     | Your print is @percentCompleteMilestone % complete.
            """)
    void the_plugins_topics_and_messages_are_kept(String name, String title, String message) {
        Topic topic = Topic.named(name).orElseThrow();

        assertThat(topic.title()).isEqualTo(title);
        assertThat(topic.message()).isEqualTo(message);
    }

    static java.util.List<Class<? extends Event>> events() {
        return Event.types();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_a_topic_with_a_message(Class<? extends Event> event) {
        assertThat(Topic.named(EventName.simple(event))).hasValueSatisfying(topic ->
                assertThat(topic.message()).matches(".*\\.|@extra\\.text"));
    }

    @ParameterizedTest
    @CsvSource({"ColorChangeWaiting,Color Change Waiting", "FilamentRunout,Filament Runout", "ZChanged,Z Changed"})
    void a_topic_reads_as_words(String name, String title) {
        assertThat(Topic.named(name).orElseThrow().title()).isEqualTo(title);
    }

    @Test
    void an_unknown_name_has_none() {
        assertThat(Topic.named("PrintExploded")).isEmpty();
    }
}
