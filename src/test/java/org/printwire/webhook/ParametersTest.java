package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.config.WebhookSection.Compat;
import org.printwire.config.WebhookSection.CustomEvent;
import org.printwire.testing.Hook;
import org.printwire.webhook.template.Rules;
import org.printwire.webhook.template.TemplateEngine;

/** Sections 3.1 and 3.5 of the facts about the OctoPrint-Webhooks plugin. */
class ParametersTest {

    private final Hook hook = new Hook();

    @Test
    void what_is_fresh_joins_what_the_delivery_holds() {
        assertThat(values(map("topic", "Print Done", "extra", map()), Map.of())).isEqualTo(map("topic", "Print Done",
                "extra", map(), "deviceIdentifier", "MK3S", "apiSecret", Hook.SECRET, "attempt", 3,
                "message", "Your print is done."));
    }

    @ParameterizedTest
    @EnumSource
    void section_3_5_the_message_is_expanded_once_and_without_itself(Compat compat) {
        hook.compat = compat;
        hook.messages = Map.of("PrintDone", "@extra.name is done @message !");

        assertThat(values(map("extra", map("name", "@apiSecret @@ @message")), Map.of()))
                .containsEntry("message", "@apiSecret @@ @message is done  !");
    }

    @Test
    void a_message_that_is_one_name_is_a_text_but_in_the_plugin() {
        hook.messages = Map.of("PrintDone", "@extra.number");

        assertThat(values(map("extra", map("number", 5)), Map.of())).containsEntry("message", "5");
        hook.compat = Compat.OCTOPRINT;
        assertThat(values(map("extra", map("number", 5)), Map.of())).containsEntry("message", 5);
    }

    @Test
    void a_stored_message_is_never_used() {
        hook.messages = Map.of("PrintDone", "<@message>");

        assertThat(values(map("message", "old"), Map.of())).containsEntry("message", "<>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic", "message", "apiSecret", "meta", "snapshot", "thumbnails", "attempt"})
    void an_oauth_answer_does_not_hide_a_builtin_even_without_a_value(String name) {
        Map<String, Object> answer = Map.of(name, "hijacked", "access_token", "t");

        assertThat(values(map("topic", "Print Done"), answer)).containsEntry("access_token", "t")
                .doesNotContainValue("hijacked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic", "message", "apiSecret", "meta"})
    void section_3_1_an_oauth_answer_hides_builtins_in_the_plugin(String name) {
        hook.compat = Compat.OCTOPRINT;

        assertThat(values(map("topic", "Print Done"), Map.of(name, "hijacked"))).containsEntry(name, "hijacked");
    }

    @Test
    void an_oauth_answer_can_be_in_the_message() {
        hook.messages = Map.of("PrintDone", "by @user.name");

        assertThat(values(map(), Map.of("user", map("name", "joe@x.com")))).containsEntry("message", "by joe@x.com");
    }

    @Test
    void section_3_1_the_milestone_is_zero_before_the_first_in_the_plugin() {
        hook.compat = Compat.OCTOPRINT;

        assertThat(values(map(), Map.of())).containsEntry("percentCompleteMilestone", 0);
    }

    @Test
    void section_2_1_a_custom_event_has_the_message_of_its_entry_whatever_its_letters() {
        hook.customEvents = List.of(new CustomEvent("FilamentChange", "first @customEvent"), new CustomEvent("filamentchange", "2"));
        Parameters parameters = parameters();

        assertThat(parameters.of(custom("FILAMENTCHANGE"), 1, Map.of())).containsEntry("message", "first FILAMENTCHANGE");
        assertThat(parameters.of(custom("Other"), 1, Map.of())).containsEntry("message", "");
    }

    private static Delivery custom(String event) {
        return new Delivery(1, "e", "a", Instant.EPOCH, event, null, Topic.named("CustomEvent").orElseThrow(),
                Map.of(Webhook.CUSTOM_EVENT, event), null);
    }

    private Map<String, Object> values(Map<String, Object> stored, Map<String, Object> answer) {
        return parameters().of(Filled.delivery(Topic.PRINT_DONE, stored), 3, answer);
    }

    private Parameters parameters() {
        Webhook webhook = Webhook.of(hook.section(), "1.2.3");
        return Parameters.of(webhook, new TemplateEngine(
                Rules.of(hook.compat), ZoneOffset.UTC));
    }
}
