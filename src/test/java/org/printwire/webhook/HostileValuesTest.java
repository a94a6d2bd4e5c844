package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection.Compat;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;
import org.printwire.http.HttpRequestSpec;
import org.printwire.json.Json;
import org.printwire.testing.Hook;

/** File names and texts that are up to no good arrive as what they are, in every kind of body, under both rules. */
class HostileValuesTest {

    private static final String MEGABYTE = "@message 🙂\n".repeat(75_000);

    private final Hook hook = new Hook();

    static List<String> texts() {
        return List.of("@apiSecret @@ \"}{", "😀🇩🇪\ud83d\udc68\u200d\ud83d\udd27", "\u0000\u0001\b\f\r\n\t\u001f\u007f\u0085\u2028",
                "--printwire-run-7\r\nContent-Disposition: form-data; name=\"apiSecret\"", "a=b&c=d#?/..;%00%",
                "${jndi:ldap://x}", "' OR 1=1 --", "\\u0041\\", "", " ", "@", "@message", MEGABYTE);
    }

    @BeforeEach
    void data() {
        hook.data = map("name", "@extra.name", "in", map("list", List.of("<@extra.name >")), "message", "@message");
        hook.messages = Map.of("PrintDone", "<@extra.name >");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void in_json(String text) {
        for (Compat compat : Compat.values()) {
            hook.compat = compat;

            assertThat(Json.parseObject(body(text))).isEqualTo(map("name", text,
                    "in", map("list", List.of("<" + text + " >")), "message", "<" + text + " >"));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void in_a_form(String text) {
        hook.contentType = ContentType.FORM;
        for (Compat compat : Compat.values()) {
            hook.compat = compat;

            String[] fields = body(text).split("&");
            assertThat(fields).hasSize(3).allMatch(field -> field.matches("[A-Za-z]+=[-.~_+%0-9A-Za-z]*"));
            assertThat(URLDecoder.decode(fields[0], UTF_8)).isEqualTo("name=" + text);
            assertThat(URLDecoder.decode(fields[2], UTF_8)).isEqualTo("message=<" + text + " >");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void in_a_query(String text) {
        hook.method = Method.GET;
        for (Compat compat : Compat.values()) {
            hook.compat = compat;

            String url = request(text).url().reveal();
            assertThat(url).matches("http://127.0.0.1:1/hook\\?name=[^&?#/\\s]*&in=[^&?#/\\s]*&message=[^&?#/\\s]*");
            assertThat(URLDecoder.decode(url, UTF_8)).contains("?name=" + text + "&in=");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void in_multipart(String text) {
        hook.data = map("name", "@extra.name", "message", "@message", "snapshot", "@snapshot");
        for (Compat compat : Compat.values()) {
            hook.compat = compat;

            HttpRequestSpec request = request(text);
            String boundary = request.body().contentType().substring("multipart/form-data; boundary=".length());
            assertThat(Filled.parts(new String(request.body().bytes(), UTF_8), boundary)).hasSize(5)
                    .contains("Content-Disposition: form-data; name=\"name\"\r\n\r\n" + text,
                            "Content-Disposition: form-data; name=\"message\"\r\n\r\n<" + text + " >");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void in_plain_text(String text) {
        hook.contentType = ContentType.TEXT;
        hook.data = "@extra.name @message";

        assertThat(body(text)).isEqualTo(text + " <" + text + " >");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void in_headers_and_the_address(String text) {
        hook.headers = map("X-Name", "@extra.name", "X-Text", "Print: @message");
        hook.url = new Secret("http://127.0.0.1:1/a/@extra.name/b?m=@message");

        HttpRequestSpec request = request(text);
        assertThat(request.headers()).hasSize(3).allSatisfy((name, value) -> assertThat(value).matches("[ -~]*"));
        assertThat(request.url().reveal()).matches("http://127.0.0.1:1/a/[^&?#/\\s]*/b\\?m=[^&?#/\\s]*");
    }

    private HttpRequestSpec request(String text) {
        return Filled.request(hook, map("extra", map("name", text)), Optional.of(Filled.JPEG));
    }

    private String body(String text) {
        return new String(request(text).body().bytes(), UTF_8);
    }
}
