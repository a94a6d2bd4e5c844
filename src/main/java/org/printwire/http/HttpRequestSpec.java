package org.printwire.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.printwire.config.Secret;

/**
 * A request as plain data. {@link #toString()} shows neither the path nor any value.
 *
 * @param method      {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
 * @param url         where to; user info in it is sent as Basic authorization unless a header says otherwise
 * @param headers     in order; beyond ASCII they go out as UTF-8. A Content-Length, Transfer-Encoding or Expect is not
 *                    sent: those follow from the body
 * @param body        null: none, which for POST, PUT and PATCH is an empty one. A GET has none
 * @param limit       the whole call, redirects included, ends after this time; asking the name service may outlast it
 * @param answerBytes more of the answer's body than this is not read
 * @param tls         whom to believe
 */
public record HttpRequestSpec(
        String method, Secret url, Map<String, String> headers, HttpBody body, Duration limit, int answerBytes, Tls tls) {

    /** Time for a whole call where nothing else is said. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    /** Enough of an answer to see what a receiver complains of. */
    public static final int ANSWER_HEAD_BYTES = 64 * 1024;

    public HttpRequestSpec {
        if (method.equals("GET") && body != null) {
            throw new IllegalArgumentException("a GET to " + HostName.of(url) + " cannot carry a body of " + body);
        }
        headers = new LinkedHashMap<>(headers);
    }

    /** Believing the system's authorities. */
    public HttpRequestSpec(
            String method, Secret url, Map<String, String> headers, HttpBody body, Duration limit, int answerBytes) {
        this(method, url, headers, body, limit, answerBytes, Tls.USUAL);
    }

    /** What may be shown of the address. */
    public String host() {
        return HostName.of(url);
    }

    @Override
    public String toString() {
        return method + " to " + host() + ", headers " + headers.keySet() + ", body " + body;
    }
}
