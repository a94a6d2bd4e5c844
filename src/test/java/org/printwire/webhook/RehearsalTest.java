package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.config.EventChoice;
import org.printwire.config.WebhookSection.CustomEvent;
import org.printwire.testing.Hook;

class RehearsalTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    static Stream<String> events() {
        return EventChoice.names().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_can_be_rehearsed_by_a_webhook_that_does_not_hear_of_it(String name) {
        Delivery delivery = rehearsed(Hook.to("a", "http://a", "PrintDone"), name);

        assertThat(delivery.topic()).isEqualTo(Topic.named(name).orElseThrow());
        assertThat(delivery.time()).isBetween(NOW.minusSeconds(3600), NOW);
    }

    @Test
    void what_is_rehearsed_has_the_figures_of_its_event() {
        assertThat(extra("PrintFailed")).containsEntry("reason", "error").containsEntry("name", "benchy.gcode");
        assertThat(extra("PrintDone")).containsEntry("time", 15_840.2).doesNotContainKeys("popup", "hook_index");
        assertThat(rehearsed(Hook.to("a", "http://a"), "PrintProgress").values())
                .containsEntry("percentCompleteMilestone", 50);
    }

    @ParameterizedTest
    @CsvSource({"glue, MessageFired", "filamentchange, ColorChangeWaiting", "PRINTRESUMED, PrintResumed"})
    void a_custom_event_can_be_rehearsed_by_its_name(String name, String event) {
        Hook hook = Hook.to("a", "http://a", "PrintDone");
        hook.customEvents = List.of(new CustomEvent(name, "now"));

        assertThat(rehearsed(hook, name).topic()).isEqualTo(Topic.CUSTOM_EVENT);
        assertThat(rehearsed(hook, name).event()).isEqualTo(event);
    }

    @Test
    void an_event_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> rehearsed(new Hook(), "PrintExploded")).isInstanceOf(IllegalArgumentException.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> extra(String name) {
        return (Map<String, Object>) rehearsed(Hook.to("a", "http://a"), name).values().get("extra");
    }

    private static Delivery rehearsed(Hook hook, String name) {
        return Rehearsal.of(Webhook.of(hook.section(), Examples.VERSION), name, Situation.NONE, NOW).delivery();
    }
}
