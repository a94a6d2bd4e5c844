package org.printwire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** The headers of a request, checked: nothing in a value can begin another header or end the request. */
final class RequestHeaders {

    private static final String CONTENT_TYPE = "Content-Type";

    /** They follow from the body; a wrong one leaves the other side waiting. */
    private static final Set<String> OWN = Set.of("content-length", "transfer-encoding", "expect");

    private static final Set<String> OF_BODY =
            Set.of("content-type", "content-encoding", "content-language", "content-location");

    private RequestHeaders() {}

    static Headers of(HttpRequestSpec spec, HttpUrl url) throws UnsendableHeader {
        Headers.Builder headers = new Headers.Builder();
        String bodyType = spec.body() == null ? null : spec.body().contentType();
        for (Map.Entry<String, String> header : spec.headers().entrySet()) {
            boolean replaced = bodyType != null && header.getKey().equalsIgnoreCase(CONTENT_TYPE);
            set(headers, header.getKey(), replaced ? bodyType : header.getValue());
        }
        if (bodyType != null && headers.get(CONTENT_TYPE) == null) {
            set(headers, CONTENT_TYPE, bodyType);
        }
        if (!url.username().isEmpty() && headers.get("Authorization") == null) {
            set(headers, "Authorization", Credentials.basic(url.username(), url.password(), UTF_8));
        }
        return headers.build();
    }

    /** Those that still hold after a redirect. */
    static Headers after(Redirect redirect, Headers headers) {
        Headers.Builder kept = new Headers.Builder();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i).toLowerCase(Locale.ROOT);
            boolean stays = redirect.keepsHeaders() && (redirect.keepsBody() || !OF_BODY.contains(name));
            if (stays || name.equals("user-agent")) {
                kept.addUnsafeNonAscii(headers.name(i), headers.value(i));
            }
        }
        return kept.build();
    }

    private static void set(Headers.Builder headers, String name, String value) throws UnsendableHeader {
        if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
            throw new UnsendableHeader(name);
        }
        try {
            headers.removeAll(name);
            headers.addUnsafeNonAscii(name, value);
        } catch (IllegalArgumentException e) {   // the name; its text quotes it
            throw new UnsendableHeader(name);
        }
    }

    /** Names the header, never its value. */
    static final class UnsendableHeader extends Exception {
        private static final long serialVersionUID = 1;

        UnsendableHeader(String name) {
            super("header " + name.replaceAll("[^\\x21-\\x7e]", "?")
                    + " has a character that a header cannot carry, such as a line break");
        }
    }
}
