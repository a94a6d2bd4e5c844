package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.config.OAuthSection;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;
import org.printwire.json.Json;
import org.printwire.testing.Hook;
import org.printwire.webhook.template.Rules;

class SecretMaskTest {

    private static final String ODD = "p\"ä/s & 😀\n";

    @Test
    void every_form_of_a_secret_is_covered() {
        SecretMask mask = SecretMask.of(List.of(ODD));

        for (String form : List.of(ODD, Json.value(ODD), Rules.OCTOPRINT.json(ODD), URLEncoder.encode(ODD, UTF_8),
                "p%22%C3%A4%2Fs%20%26%20%F0%9F%98%80%0A", "p%22%c3%a4%2fs%20%26%20%f0%9f%98%80%0a", HeaderText.of(ODD),
                Base64.getEncoder().encodeToString(ODD.getBytes(UTF_8)))) {
            assertThat(mask.mask("<" + form + ">").replaceAll("[\"=]", "")).as(form).isEqualTo("<***>");
        }
    }

    @Test
    void a_longer_secret_goes_first_and_overlapping_ones_go_as_one() {
        assertThat(SecretMask.of(List.of("abcd", "abcdef")).mask("-abcdef-abcd-")).isEqualTo("-***-***-");
        assertThat(SecretMask.of(List.of("abcd", "cdef")).mask("-abcdef-")).isEqualTo("-***-");
        assertThat(SecretMask.of(List.of("abab")).mask("-ababab-")).isEqualTo("-***-");
        assertThat(SecretMask.of(List.of("abcd", "****")).mask("*abcd")).isEqualTo("***");
    }

    @Test
    void short_secrets_and_none_are_not_looked_for() {
        assertThat(SecretMask.of(List.of("", "a", "abc")).mask("abcabc")).isEqualTo("abcabc");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "api-s3cr3t", "head-s3cr3t", "data-s3cr3t", "Basic dXNlcjpwYXNz", "dXNlcjpwYXNz", "client-s3cr3t",
        "whsec_c2lnbg", "hub-s3cr3t", "services/T0/xyzXYZ", "xyzXYZ", "key=q-s3cr3t", "q-s3cr3t", "url-user:url-p@ss",
        "url-p%40ss", "url-p@ss", "oauth-body-s3cr3t", "token/oauth-path", "literal-key"
    })
    void everything_secret_of_a_webhook_is_covered(String secret) {
        assertThat(SecretMask.of(full().section()).mask("<" + secret + ">")).isEqualTo("<***>");
    }

    @Test
    void basic_credentials_are_covered() {
        SecretMask mask = SecretMask.of(full().section());

        assertThat(mask.mask(base64("url-user:url-p@ss"))).startsWith("***").doesNotContain("dXJs");
        assertThat(mask.mask(base64("my-client:client-s3cr3t"))).startsWith("***");
    }

    @Test
    void what_is_no_secret_stays_readable() {
        assertThat(SecretMask.of(full().section()).mask("webhook a to hooks.example: 404 from services, Print Done"))
                .isEqualTo("webhook a to hooks.example: 404 from services, Print Done");
    }

    @Test
    void an_oauth_answer_and_an_expanded_address_are_covered_too() {
        SecretMask mask = SecretMask.of(List.of())
                .andAnswer(map("access_token", "tok-1", "token_type", "Bearer", "expires_in", 3600,
                        "more", List.of(map("refresh", "tok-2"))))
                .andUrl(new Secret("https://h/hook/made-of-tok?x=y-1234"));

        assertThat(mask.mask("Bearer tok-1 tok-2 /hook/made-of-tok made-of-tok y-1234"))
                .isEqualTo("Bearer *** *** /*** *** ***");
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example/services/T0/xyz, https://h.example/***", "https://h.example/hook/, https://h.example/***",
        "https://h.example/printer, https://h.example/***", "https://h.example/, https://h.example/",
        "https://h.example, https://h.example", "https://h.example/hook/a?key=s3cr3t, https://h.example/***?***",
        "https://me:word@h.example/printer, https://***@h.example/***"
    })
    void a_covered_address_still_looks_like_one(String url, String covered) {
        assertThat(SecretMask.of(Hook.to("a", url).section()).mask(url)).isEqualTo(covered);
    }

    @Test
    void a_plain_word_that_is_the_path_is_covered_there_and_not_in_every_text() {
        SecretMask mask = SecretMask.of(Hook.to("a", "https://h.example/printer").section());

        assertThat(mask.mask("the printer is at h.example/printer")).isEqualTo("the printer is at h.example/***");
    }

    @Test
    void a_secret_within_a_path_is_covered_though_a_colon_stays_there() {
        assertThat(SecretMask.of(List.of("1:a/b")).mask("/bot1:a%2Fb/x")).isEqualTo("/bot***/x");
    }

    private static Hook full() {
        Hook hook = new Hook();
        hook.url = new Secret("https://url-user:url-p%40ss@hooks.example/services/T0/xyzXYZ?key=q-s3cr3t#f");
        hook.apiSecret = new Secret("api-s3cr3t");
        hook.headers = map("X", new Secret("head-s3cr3t"), "Authorization", "Basic dXNlcjpwYXNz", "Y", "Print Done");
        hook.data = map("a", List.of(map("b", new Secret("data-s3cr3t"))), "apiKey", "literal-key", "c", "@topic");
        hook.signingSecret = List.of(new Secret("whsec_c2lnbg"));
        hook.hubSecret = new Secret("hub-s3cr3t");
        hook.oauth = new OAuthSection(new Secret("https://id.example/token/oauth-path"), Method.POST, ContentType.FORM,
                Map.of(), map("client_secret", "oauth-body-s3cr3t", "grant_type", "client_credentials"), "my-client",
                new Secret("client-s3cr3t"));
        return hook;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
