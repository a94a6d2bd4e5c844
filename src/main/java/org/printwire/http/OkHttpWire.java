package org.printwire.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.printwire.http.HttpAnswer.Answered;
import org.printwire.http.HttpAnswer.Failed;
import org.printwire.http.HttpAnswer.Hop;
import org.printwire.http.RequestHeaders.UnsendableHeader;
import org.printwire.http.Trust.UnusableAuthority;
import org.printwire.time.Time;

/** {@link Wire} by OkHttp. Made by {@link HttpRoom}, which is what others use. */
final class OkHttpWire implements Wire {

    private static final int MOST_REDIRECTS = 20;
    private static final Set<String> NEED_A_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> OTHER_SCHEMES = Set.of("file", "ftp", "data", "javascript", "mailto", "ws", "wss");

    private final Time time;
    private final OkHttpClients clients;
    private volatile boolean closed;

    OkHttpWire(Time time) {
        this(time, Dns.SYSTEM);
    }

    OkHttpWire(Time time, Dns dns) {
        this.time = time;
        this.clients = new OkHttpClients(dns);
    }

    @Override
    public HttpAnswer call(HttpRequestSpec spec) {
        HttpUrl url = HttpUrl.parse(spec.url().reveal());
        if (url == null) {
            return new Failed("the url is not a web address that begins with http:// or https://", true);
        }
        try {
            Headers headers = RequestHeaders.of(spec, url);
            Request first = new Request.Builder().url(url).headers(headers).method(spec.method(), body(spec)).build();
            return follow(clients.of(spec.tls()), spec, first);
        } catch (UnsendableHeader | UnusableAuthority e) {
            return new Failed(e.getMessage(), true);
        }
    }

    private HttpAnswer follow(OkHttpClient client, HttpRequestSpec spec, Request first) {
        long end = time.nanos() + spec.limit().toNanos();
        Request request = first;
        List<Hop> hops = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (seen.add(request.method() + " " + request.url()) && hops.size() <= MOST_REDIRECTS && !closed) {
            HttpUrl from = request.url();
            Call call = client.newCall(request);
            CallTrace trace = new CallTrace();
            call.addEventListener(trace);
            call.timeout().timeout(Math.max(1, end - time.nanos()), TimeUnit.NANOSECONDS);
            try (Response response = execute(call)) {
                String location = response.header("Location");
                if (!Redirect.isRedirect(response.code()) || location == null) {
                    return answered(call, trace.head(), response.body().source(), spec.answerBytes(), hops);
                }
                int status = response.code();
                HttpUrl to = from.resolve(location);
                if (to == null) {
                    return new Failed(site(from) + " redirects (" + status + ") to " + target(location), true);
                }
                Redirect redirect = Redirect.judge(status, request.method(), from, to);
                if (!redirect.followed()) {
                    return new Failed(site(from) + " redirects (" + status + ") to " + origin(to)
                            + ": not followed, since the request holds secrets; write the new address as url", true);
                }
                call.cancel();   // nobody reads the rest
                hops.add(new Hop(status, redirect.method(), site(to)));
                request = next(request, to, redirect);
            } catch (IOException e) {
                return trace.head() == null || closed
                        ? new Failed(FailureText.of(e, trace.stage(), site(from), spec), false)
                        : answered(trace.head(), new byte[0], true, hops);   // OkHttp dislikes the answer: 204 with a body
            }
        }
        if (closed) {
            return new Failed("the call to " + site(request.url()) + " was broken off", false);
        }
        return new Failed(site(first.url()) + (hops.size() > MOST_REDIRECTS
                ? " redirects more than " + MOST_REDIRECTS + " times" : " redirects in a circle"), false);
    }

    /** OkHttp 5 lets an interrupt while it connects out as it is: Kotlin has no checked exceptions. */
    private static Response execute(Call call) throws IOException {
        Callable<Response> execution = call::execute;
        try {
            return execution.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel();
            throw new InterruptedIOException("interrupted");
        } catch (Exception e) {
            throw new IllegalStateException("OkHttp threw what it does not declare, calling " + site(call.request().url()), e);
        }
    }

    private static Request next(Request request, HttpUrl to, Redirect redirect) {
        return request.newBuilder().url(to)
                .headers(RequestHeaders.after(redirect, request.headers()))
                .method(redirect.method(), redirect.keepsBody() ? request.body() : null)
                .build();
    }

    /** The status counts even where the body breaks off or drips. An endless picture stream is not waited for. */
    private static Answered answered(Call call, Response head, BufferedSource source, int mostBytes, List<Hop> hops) {
        String type = head.header("Content-Type", "").toLowerCase(Locale.ROOT);
        boolean cut = type.startsWith("multipart/x-mixed-replace");
        try {
            cut = cut || source.request(mostBytes + 1L);
        } catch (IOException e) {
            cut = true;
        }
        if (cut) {
            call.cancel();   // closing alone would read on for a while
        }
        byte[] body = new byte[(int) Math.min(mostBytes, source.getBuffer().size())];
        for (int filled = 0; filled < body.length;) {
            filled += source.getBuffer().read(body, filled, body.length - filled);
        }
        return answered(head, body, cut, hops);
    }

    private static Answered answered(Response head, byte[] body, boolean cut, List<Hop> hops) {
        return new Answered(head.code(), Optional.ofNullable(head.header("Content-Type")),
                Optional.ofNullable(head.header("Retry-After")), body, cut, hops);
    }

    private static RequestBody body(HttpRequestSpec spec) {
        if (spec.body() == null) {
            return NEED_A_BODY.contains(spec.method()) ? RequestBody.create(new byte[0], null) : null;
        }
        return RequestBody.create(spec.body().bytes(), null);   // its type is among the headers
    }

    /** Of what is no web address only a scheme that is known is shown. */
    private static String target(String location) {
        String scheme = location.strip().split(":", 2)[0].toLowerCase(Locale.ROOT);
        return (OTHER_SCHEMES.contains(scheme) ? scheme + ":, which is no web address" : "something that is no web address")
                + "; not followed";
    }

    private static String site(HttpUrl url) {
        boolean usualPort = url.port() == HttpUrl.defaultPort(url.scheme());
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        return usualPort ? host : host + ":" + url.port();
    }

    private static String origin(HttpUrl url) {
        return url.scheme() + "://" + site(url);
    }

    /** What is under way ends with a failure that is not permanent. */
    void close() {
        closed = true;
        clients.close();
    }
}
