package org.printwire.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.printwire.config.Secret;
import org.printwire.http.HttpAnswer.Answered;
import org.printwire.http.HttpAnswer.Failed;

/** Requests that hold a secret wherever one can be, and their answers. */
final class Calls {

    static final String SECRET = "s3cr3t";
    static final Duration LIMIT = Duration.ofSeconds(20);

    private Calls() {}

    static HttpRequestSpec post(String url) {
        return post(url, LIMIT);
    }

    static HttpRequestSpec post(String url, Duration limit) {
        return new HttpRequestSpec("POST", new Secret(url), Map.of("X-Key", SECRET, "User-Agent", "printwire/test"),
                body(), limit, HttpRequestSpec.ANSWER_HEAD_BYTES);
    }

    static HttpRequestSpec get(String url) {
        return new HttpRequestSpec("GET", new Secret(url), Map.of("X-Key", SECRET, "User-Agent", "printwire/test"),
                null, LIMIT, HttpRequestSpec.ANSWER_HEAD_BYTES);
    }

    static HttpRequestSpec with(HttpRequestSpec spec, Tls tls) {
        return new HttpRequestSpec(
                spec.method(), spec.url(), spec.headers(), spec.body(), spec.limit(), spec.answerBytes(), tls);
    }

    static HttpBody body() {
        return new HttpBody("application/json", ("{\"key\":\"" + SECRET + "\"}").getBytes(UTF_8));
    }

    static Answered answered(HttpAnswer answer) {
        assertThat(answer).isInstanceOf(Answered.class);
        return (Answered) answer;
    }

    static Failed failed(HttpAnswer answer) {
        assertThat(answer).isInstanceOf(Failed.class);
        assertThat(((Failed) answer).reason()).doesNotContain(SECRET);
        return (Failed) answer;
    }

    /** A failure that another attempt may not meet. */
    static String passing(HttpAnswer answer) {
        assertThat(failed(answer).permanent()).as(failed(answer).reason()).isFalse();
        return failed(answer).reason();
    }

    static String permanent(HttpAnswer answer) {
        assertThat(failed(answer).permanent()).as(failed(answer).reason()).isTrue();
        return failed(answer).reason();
    }
}
