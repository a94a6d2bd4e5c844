package org.printwire.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.printwire.time.Time;

/** {@link Wire} by OkHttp. Made by {@link HttpRoom}, which is what others use. */
final class OkHttpWire implements Wire {

    private static final int MOST_REDIRECTS = 5;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final Time time;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectTimeout(CONNECT_LIMIT)
            .readTimeout(Duration.ZERO)   // the limit of the whole call is the one that counts
            .writeTimeout(Duration.ZERO)
            .followRedirects(false)
            .followSslRedirects(false)
            .build();

    OkHttpWire(Time time) {
        this.time = time;
    }

    @Override
    public HttpAnswer call(HttpRequestSpec spec) {
        HttpUrl url = HttpUrl.parse(spec.url().reveal());
        if (url == null) {
            return new HttpAnswer.Failed("the url is not a web address that begins with http:// or https://", true);
        }
        Headers headers;
        try {
            headers = headers(spec, url);
        } catch (UnsendableHeader e) {
            return new HttpAnswer.Failed(e.getMessage(), true);
        }
        return follow(spec, new Request.Builder().url(url).headers(headers).method(spec.method(), body(spec)).build());
    }

    private HttpAnswer follow(HttpRequestSpec spec, Request first) {
        long end = time.nanos() + spec.limit().toNanos();
        Request request = first;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpUrl from = request.url();
            Call call = client.newCall(request);
            call.timeout().timeout(Math.max(1, end - time.nanos()), TimeUnit.NANOSECONDS);
            try (Response response = call.execute()) {
                String location = response.header("Location");
                if (!Redirect.isRedirect(response.code()) || location == null) {
                    return answered(response, spec.answerBytes());
                }
                HttpUrl to = from.resolve(location);
                if (to == null) {
                    return new HttpAnswer.Failed(site(from) + " redirects to something that is no web address", true);
                }
                Redirect redirect = Redirect.judge(response.code(), request.method(), from, to);
                if (!redirect.followed()) {
                    return new HttpAnswer.Failed(site(from) + " redirects (" + response.code() + ") to " + site(to)
                            + ": not followed, since the request holds secrets; write the new address as url", true);
                }
                request = next(request, to, redirect);
            } catch (IOException e) {
                return new HttpAnswer.Failed(FailureText.of(e, site(from), spec.limit()), false);
            }
        }
        return new HttpAnswer.Failed(site(first.url()) + " redirects again and again", true);
    }

    private static Request next(Request request, HttpUrl to, Redirect redirect) {
        Request.Builder next = request.newBuilder().url(to);
        if (!redirect.keepsBody()) {
            next.method("GET", null);
        }
        if (!redirect.keepsHeaders()) {
            String agent = request.header("User-Agent");
            next.headers(agent == null ? Headers.of() : Headers.of("User-Agent", agent));
        }
        return next.build();
    }

    /** The status counts even where the body breaks off. An endless picture stream is not waited for. */
    private static HttpAnswer answered(Response response, int mostBytes) {
        ResponseBody body = response.body();
        Optional<String> contentType = Optional.ofNullable(response.header("Content-Type"));
        boolean endless = contentType.filter(type -> type.startsWith("multipart/x-mixed-replace")).isPresent();
        BufferedSource source = body.source();
        boolean cut = endless;
        try {
            cut = endless || source.request(mostBytes + 1L);
        } catch (IOException e) {
            cut = true;
        }
        byte[] head = new byte[(int) Math.min(mostBytes, source.getBuffer().size())];
        for (int filled = 0; filled < head.length;) {
            filled += source.getBuffer().read(head, filled, head.length - filled);
        }
        return new HttpAnswer.Answered(
                response.code(), contentType, Optional.ofNullable(response.header("Retry-After")), head, cut);
    }

    private static Headers headers(HttpRequestSpec spec, HttpUrl url) throws UnsendableHeader {
        Headers.Builder headers = new Headers.Builder();
        for (var header : spec.headers().entrySet()) {
            try {
                headers.set(header.getKey(), header.getValue());
            } catch (IllegalArgumentException e) {
                throw new UnsendableHeader(header.getKey());
            }
        }
        if (!url.username().isEmpty() && headers.get("Authorization") == null) {
            headers.set("Authorization", Credentials.basic(url.username(), url.password()));
        }
        return headers.build();
    }

    private static RequestBody body(HttpRequestSpec spec) {
        return spec.body() == null
                ? null
                : RequestBody.create(spec.body().bytes(), MediaType.parse(spec.body().contentType()));
    }

    private static String site(HttpUrl url) {
        boolean usualPort = url.port() == HttpUrl.defaultPort(url.scheme());
        return usualPort ? url.host() : url.host() + ":" + url.port();
    }

    void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    /** OkHttp's own exception would quote the value. */
    private static final class UnsendableHeader extends Exception {
        private static final long serialVersionUID = 1;

        UnsendableHeader(String name) {
            super("header " + name.replaceAll("[^\\x21-\\x7e]", "?")
                    + " has a character that a header cannot carry (only plain ASCII, no line breaks)");
        }
    }
}
