package org.printwire.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.printwire.config.Secret;

/**
 * A request as plain data. {@link #toString()} shows neither the path nor any value.
 *
 * @param method      {@code GET}, {@code POST} ...
 * @param url         where to; user info in it is sent as Basic authorization unless a header says otherwise
 * @param headers     in order; a Content-Type belongs into the body
 * @param body        null: none
 * @param limit       the whole call, redirects included, ends after this time
 * @param answerBytes more of the answer's body than this is not read
 */
public record HttpRequestSpec(
        String method, Secret url, Map<String, String> headers, HttpBody body, Duration limit, int answerBytes) {

    /** Time for a whole call where nothing else is said. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    /** Enough of an answer to see what a receiver complains of. */
    public static final int ANSWER_HEAD_BYTES = 64 * 1024;

    public HttpRequestSpec {
        headers = new LinkedHashMap<>(headers);
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
