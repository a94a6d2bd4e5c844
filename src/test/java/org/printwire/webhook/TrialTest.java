package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.printwire.camera.Jpeg;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection.Method;
import org.printwire.http.HttpAnswer;
import org.printwire.http.Wire;
import org.printwire.testing.Hook;
import org.printwire.testing.VirtualTime;

class TrialTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Jpeg PICTURE = new Jpeg(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9});
    private static final String WITHOUT =
            "no picture could be had, so it went without: check the camera, or give it more time by snapshotLimit";

    private final Hook hook = Hook.to("a", "https://h.example/hook/pathS3cr3t?key=queryS3cr3t");

    @Test
    void the_data_of_a_get_can_be_read_and_no_secret_of_the_address() {
        hook.method = Method.GET;
        hook.data = map("topic", "@topic", "file", "@extra.name", "key", "@apiSecret",
                "token", new Secret("d/tas3cr3t"));

        assertThat(shown().get(0)).isEqualTo(
                "GET https://h.example/***?***&topic=Print+Started&file=benchy.gcode&key=***&token=***");
    }

    @Test
    void what_a_value_puts_into_the_address_is_covered() {
        hook.url = new Secret("https://h.example/hook/@apiSecret|lower/@eventId");
        hook.apiSecret = new Secret("API:S3cr3t");

        assertThat(shown().get(0)).isEqualTo("POST https://h.example/***");
    }

    @Test
    void a_picture_that_is_missing_is_told() {
        hook.data = map("topic", "@topic", "picture", "@snapshot");

        assertThat(sent(Optional.empty(), 200)).containsExactly(WITHOUT);
        assertThat(sent(Optional.empty(), 400)).hasSize(2).startsWith(WITHOUT);
        assertThat(sent(Optional.of(PICTURE), 200)).isEmpty();
    }

    @Test
    void a_picture_that_nobody_wants_is_not_missed() {
        assertThat(sent(Optional.empty(), 200)).isEmpty();
    }

    private List<String> shown() {
        return trial(200).show(rehearsed(), Optional.empty());
    }

    private List<String> sent(Optional<Jpeg> picture, int status) {
        return trial(status).send(rehearsed(), picture).wrong();
    }

    private Trial trial(int status) {
        Wire wire = request -> new HttpAnswer.Answered(status, Optional.empty(), Optional.empty(), new byte[0], false);
        return new Trial(Webhook.of(hook.section(), Examples.VERSION), wire, new VirtualTime());
    }

    private Delivery rehearsed() {
        Webhook webhook = Webhook.of(hook.section(), Examples.VERSION);
        return Rehearsal.of(webhook, "PrintStarted", Situation.NONE, NOW).delivery();
    }
}
