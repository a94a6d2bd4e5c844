package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection;

class WebhookTest {

    @Test
    void without_events_it_hears_the_plugins_default_ones() {
        assertThat(Webhook.of(section(true, List.of())).events()).containsExactly(
                "PrintStarted", "PrintDone", "PrintFailed", "PrintPaused", "UserActionNeeded", "Error");
    }

    @Test
    void one_that_is_switched_off_does_not_exist() {
        assertThat(Webhook.enabled(List.of(section(false, List.of()), section(true, List.of("Error"))))).hasSize(1);
    }

    @Test
    void an_event_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> Webhook.of(section(true, List.of("PrintExploded"))))
                .hasMessage("webhook slack: no event is named PrintExploded");
    }

    private static WebhookSection section(boolean enabled, List<String> events) {
        return new WebhookSection("slack", enabled, new Secret("http://a.example"), events, null, null, 10,
                null, null, false, null);
    }
}
