package org.printwire.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.printwire.http.Trust.UnusableAuthority;

/** One OkHttp client for each way to trust; they share their threads. None of them does anything on its own account. */
final class OkHttpClients {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final Map<Tls, OkHttpClient> byTls = new HashMap<>();
    private final OkHttpClient usual;

    OkHttpClients(Dns dns) {
        usual = new OkHttpClient.Builder()
                .dns(dns)
                .socketFactory(new PromptSockets())
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT_LIMIT)
                .readTimeout(Duration.ZERO)   // the limit of the whole call is the one that counts
                .writeTimeout(Duration.ZERO)
                .addNetworkInterceptor(withoutRetryAfter())
                .build();
    }

    /** @throws UnusableAuthority its file; asked again, it is read again */
    synchronized OkHttpClient of(Tls tls) throws UnusableAuthority {
        OkHttpClient client = byTls.get(tls);
        if (client == null) {
            client = made(tls);
            byTls.put(tls, client);
        }
        return client;
    }

    private OkHttpClient made(Tls tls) throws UnusableAuthority {
        if (tls.verify() && tls.authority() == null) {
            return usual;
        }
        Trust trust = tls.verify() ? Trust.authority(tls.authority()) : Trust.everybody();
        OkHttpClient.Builder builder = usual.newBuilder().sslSocketFactory(trust.sockets(), trust.manager());
        if (!tls.verify()) {
            builder.hostnameVerifier((host, session) -> true);
        }
        return builder.build();
    }

    /**
     * OkHttp repeats a request at once on a 503 with a Retry-After of 0, and stumbles over one that is no int. Whoever
     * wants that header finds it in {@link CallTrace#head}.
     */
    private static Interceptor withoutRetryAfter() {
        return chain -> chain.proceed(chain.request()).newBuilder().removeHeader("Retry-After").build();
    }

    void close() {
        usual.dispatcher().cancelAll();
        usual.connectionPool().evictAll();
    }
}
