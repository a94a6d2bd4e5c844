package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.printwire.config.OAuthSection;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;
import org.printwire.http.HttpBody;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.Tls;
import org.printwire.json.Json;
import org.printwire.webhook.template.Rules;

/** {@code oauth:} of a webhook as a request. Everything goes out literally. Pure. */
final class TokenRequest {

    private final OAuthSection section;
    private final Tls tls;
    private final String userAgent;

    TokenRequest(OAuthSection section, Tls tls, String userAgent) {
        this.section = section;
        this.tls = tls;
        this.userAgent = userAgent;
    }

    HttpRequestSpec spec() {
        Map<String, Object> data = revealed(section.data());
        if (section.method() == Method.GET) {
            return spec(FormFields.of(data, Rules.PLAIN).appendedTo(section.url().reveal()), headers(), null);
        }
        boolean json = section.contentType() == ContentType.JSON;
        String text = json ? Json.object(data) : FormFields.of(data, Rules.PLAIN).encoded();
        Map<String, String> headers = headers();
        String type = ContentTypeRule.take(headers, json ? "application/json" : "application/x-www-form-urlencoded");
        return spec(section.url().reveal(), headers, new HttpBody(type, text.getBytes(UTF_8)));
    }

    private HttpRequestSpec spec(String url, Map<String, String> headers, HttpBody body) {
        return new HttpRequestSpec(section.method().name(), new Secret(url), headers, body,
                HttpRequestSpec.USUAL_LIMIT, HttpRequestSpec.ANSWER_HEAD_BYTES, tls);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        section.headers().forEach((name, value) -> headers.put(name, String.valueOf(revealed(value))));
        if (section.clientId() != null && lacks(headers, "Authorization")) {
            headers.put("Authorization", basic(section.clientId(), section.clientSecret()));
        }
        if (lacks(headers, "Accept")) {
            headers.put("Accept", "application/json");   // some servers answer a form without it
        }
        if (lacks(headers, "User-Agent")) {
            headers.put("User-Agent", userAgent);
        }
        return headers;
    }

    /** RFC 6749, 2.3.1: both are encoded as in a form before they are joined. */
    static String basic(String id, Secret secret) {
        String pair = URLEncoder.encode(id, UTF_8) + ":"
                + URLEncoder.encode(secret == null ? "" : secret.reveal(), UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static Map<String, Object> revealed(Map<?, ?> map) {
        Map<String, Object> revealed = new LinkedHashMap<>();
        map.forEach((key, value) -> revealed.put(String.valueOf(key), revealed(value)));
        return revealed;
    }

    private static Object revealed(Object value) {
        if (value instanceof Secret secret) {
            return secret.reveal();
        }
        if (value instanceof Map<?, ?> map) {
            return revealed(map);
        }
        return value instanceof List<?> list ? list.stream().map(TokenRequest::revealed).toList() : value;
    }

    private static boolean lacks(Map<String, String> headers, String name) {
        return headers.keySet().stream().noneMatch(name::equalsIgnoreCase);
    }
}
