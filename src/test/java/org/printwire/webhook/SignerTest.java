package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.config.Secret;

/** The judge is the standard's own library. */
class SignerTest {

    private static final String OLD = "whsec_" + base64("the secret of last year".getBytes(UTF_8));
    private static final String NEW = "whsec_" + base64("the secret of this year".getBytes(UTF_8));
    private static final byte[] BODY = "{\"topic\":\"Print Done\",\"file\":\"W\u00fcrfel\"}".getBytes(UTF_8);

    @Test
    void the_example_of_the_standard_has_its_signature() {
        Signer signer = signer("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        Map<String, String> headers = signer.headers("{\"test\": 2432232314}".getBytes(UTF_8),
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330));

        assertThat(headers).containsExactly(
                Map.entry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
                Map.entry("webhook-timestamp", "1614265330"),
                Map.entry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    @Test
    void the_example_of_github_has_its_signature() {
        Signer signer = new Signer(List.of(), new Secret("It's a Secret to Everybody"));

        assertThat(signer.headers("Hello, World!".getBytes(UTF_8), "id", Instant.EPOCH)).containsExactly(Map.entry(
                "X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"));
    }

    @Test
    void a_receiver_with_the_secret_believes_it() {
        Map<String, String> headers = signer(NEW).headers(BODY, "e1", Instant.now());

        assertThatCode(() -> verify(NEW, BODY, headers)).doesNotThrowAnyException();
    }

    @Test
    void a_secret_without_its_prefix_is_the_same_secret() {
        Instant now = Instant.now();

        assertThat(signer(NEW.substring(6)).headers(BODY, "e1", now)).isEqualTo(signer(NEW).headers(BODY, "e1", now));
    }

    @Test
    void during_a_rotation_receivers_with_either_secret_believe_it() {
        Map<String, String> headers = signer(NEW, OLD).headers(BODY, "e1", Instant.now());

        assertThat(headers.get("webhook-signature").split(" ")).hasSize(2);
        assertThatCode(() -> verify(NEW, BODY, headers)).doesNotThrowAnyException();
        assertThatCode(() -> verify(OLD, BODY, headers)).doesNotThrowAnyException();
        assertRefused("whsec_" + base64("another".getBytes(UTF_8)), BODY, headers);
    }

    @Test
    void a_changed_id_or_time_is_refused() {
        Instant now = Instant.now();
        Map<String, String> otherId = new LinkedHashMap<>(signer(NEW).headers(BODY, "e1", now));
        otherId.put("webhook-id", "e2");
        Map<String, String> otherTime = new LinkedHashMap<>(signer(NEW).headers(BODY, "e1", now));
        otherTime.put("webhook-timestamp", Long.toString(now.getEpochSecond() - 1));

        assertRefused(NEW, BODY, otherId);
        assertRefused(NEW, BODY, otherTime);
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, 3600})
    void a_timestamp_far_from_now_is_refused(int seconds) {
        Map<String, String> headers = signer(NEW).headers(BODY, "e1", Instant.now().plusSeconds(seconds));

        assertRefused(NEW, BODY, headers);
    }

    @Test
    void a_request_without_a_body_is_signed_too() {
        Map<String, String> headers = signer(NEW).headers(new byte[0], "e1", Instant.now());

        assertThatCode(() -> verify(NEW, new byte[0], headers)).doesNotThrowAnyException();
    }

    @Test
    void both_kinds_go_together_in_order() {
        Signer signer = new Signer(List.of(new Secret(NEW)), new Secret("hub"));

        assertThat(signer.headers(BODY, "e1", Instant.EPOCH).keySet()).containsExactly(
                "webhook-id", "webhook-timestamp", "webhook-signature", "X-Hub-Signature-256");
    }

    @Test
    void without_secrets_there_is_no_header() {
        assertThat(new Signer(List.of(), Secret.NONE).headers(BODY, "e1", Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_n*t base64", "s3cr3t!"})
    void what_is_not_base64_is_refused_without_quoting_it(String secret) {
        assertThatThrownBy(() -> signer(NEW, secret)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("signing secret 2 is not base64, with or without whsec_ before it").hasNoCause();
    }

    @Test
    void no_key_is_shown() {
        assertThat(new Signer(List.of(new Secret(NEW)), new Secret("s3cr3t")).toString())
                .isEqualTo("Signer[1 secrets, hub]");
    }

    @Property(tries = 200)
    void any_text_is_believed_and_any_other_is_refused(
            @ForAll String text, @ForAll @NotEmpty byte[] key, @ForAll @IntRange(max = 10_000) int place) throws Exception {
        byte[] body = text.getBytes(UTF_8);
        String secret = "whsec_" + base64(key);
        Map<String, String> headers = signer(secret).headers(body, "e1", Instant.now());

        verify(secret, body, headers);

        Assume.that(body.length > 0);
        String whole = new String(body, UTF_8);
        int at = whole.offsetByCodePoints(0, place % whole.codePointCount(0, whole.length()));
        char changed = whole.charAt(at) == 'x' ? 'y' : 'x';
        String other = whole.substring(0, at) + changed + whole.substring(whole.offsetByCodePoints(at, 1));
        assertRefused(secret, other.getBytes(UTF_8), headers);
    }

    private static Signer signer(String... secrets) {
        return new Signer(List.of(secrets).stream().map(Secret::new).toList(), Secret.NONE);
    }

    private static void assertRefused(String secret, byte[] body, Map<String, String> headers) {
        assertThatThrownBy(() -> verify(secret, body, headers)).isInstanceOf(WebhookVerificationException.class);
    }

    private static void verify(String secret, byte[] body, Map<String, String> headers) throws Exception {
        Map<String, List<String>> received = new LinkedHashMap<>();
        headers.forEach((name, value) -> received.put(name, List.of(value)));
        new Webhook(secret).verify(new String(body, UTF_8), received);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
