package org.printwire.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.printwire.camera.Jpeg;
import org.printwire.http.HttpAnswer;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.Wire;
import org.printwire.time.Time;

/**
 * Writes and sends one webhook's requests: gets the token, fills in the templates, signs. One thread at a time.
 *
 * <p>A webhook that wants a token never goes without. A 401 throws the token away; if it was an old one, the request is
 * sent once more with a new one, in the same attempt.
 */
final class Sender {

    private static final int UNAUTHORIZED = 401;
    /** Names our own header, which every request has: receivers drop doubles by it. */
    private static final String EVENT_ID = "X-Printwire-Event-Id";

    private final Webhook webhook;
    private final Wire wire;
    private final Time time;
    private final Optional<OAuth> oauth;
    private final Signer signer;

    Sender(Webhook webhook, Wire wire, Time time) {
        this.webhook = webhook;
        this.wire = wire;
        this.time = time;
        this.oauth = Optional.ofNullable(webhook.settings().oauth())
                .map(section -> new OAuth(section, webhook.tls(), wire, webhook.userAgent()));
        this.signer = new Signer(webhook.settings().signingSecret(), webhook.settings().hubSecret());
    }

    /** A request, or the reason why there can be none. */
    sealed interface Outgoing {

        /** @param cachedToken its token was got for an earlier request; @param mask covers every secret in it */
        record Ready(HttpRequestSpec spec, boolean cachedToken, SecretMask mask) implements Outgoing {}

        record Refused(String reason, boolean permanent) implements Outgoing {}
    }

    HttpAnswer post(Delivery delivery, int attempt, Optional<Jpeg> picture) {
        Outgoing outgoing = outgoing(delivery, attempt, picture);
        if (outgoing instanceof Outgoing.Refused refused) {
            return new HttpAnswer.Failed(refused.reason(), refused.permanent());
        }
        Outgoing.Ready ready = (Outgoing.Ready) outgoing;
        HttpAnswer answer = wire.call(ready.spec());
        boolean unknown = oauth.isPresent() && answer instanceof HttpAnswer.Answered answered
                && answered.status() == UNAUTHORIZED;
        if (!unknown) {
            return answer;
        }
        oauth.get().rejected();
        return ready.cachedToken() ? post(delivery, attempt, picture) : answer;
    }

    /** The request of this attempt, with a token that may have been asked for just now. */
    Outgoing outgoing(Delivery delivery, int attempt, Optional<Jpeg> picture) {
        if (oauth.isEmpty()) {
            return ready(delivery, attempt, picture, Map.of(), false);
        }
        Token token = oauth.get().token(time.nanos());
        if (token instanceof Token.Refused refused) {
            return new Outgoing.Refused(refused.reason(), refused.permanent());
        }
        Token.Granted granted = (Token.Granted) token;
        return ready(delivery, attempt, picture, granted.values(), granted.cached());
    }

    /** The same with an answer of the token call that is made up. */
    Outgoing.Ready ready(Delivery delivery, int attempt, Optional<Jpeg> picture, Map<String, Object> answer,
            boolean cachedToken) {
        RequestTemplate template = webhook.request();
        Map<String, Object> values = template.values(delivery, attempt, answer);
        HttpRequestSpec bare = template.request(values, picture, delivery.eventId());
        Map<String, String> headers = new LinkedHashMap<>(bare.headers());
        headers.put(EVENT_ID, delivery.eventId());
        byte[] body = bare.body() == null ? new byte[0] : bare.body().bytes();
        headers.putAll(signer.headers(body, delivery.eventId(), time.wall()));
        HttpRequestSpec spec = new HttpRequestSpec(bare.method(), bare.url(), headers, bare.body(), bare.limit(),
                bare.answerBytes(), bare.tls());
        SecretMask mask = SecretMask.of(webhook.settings()).andUrl(template.address(values)).andAnswer(answer);
        return new Outgoing.Ready(spec, cachedToken, mask);
    }
}
