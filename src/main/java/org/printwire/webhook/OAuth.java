package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.printwire.config.OAuthSection;
import org.printwire.http.HttpAnswer;
import org.printwire.http.HttpAnswer.Answered;
import org.printwire.http.HttpAnswer.Failed;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.Tls;
import org.printwire.http.Wire;
import org.printwire.json.Json;
import org.printwire.webhook.Token.Granted;
import org.printwire.webhook.Token.Refused;

/**
 * Gets the tokens of one webhook. One thread.
 *
 * <p>An answer is used again until a tenth of its {@code expires_in} is left, at least 5 s and at most 60 s of it. An
 * answer that does not say how long it holds is used once: the OctoPrint plugin asks for every event, and what such a
 * server gives may be good for one. A refresh token is not used: the same request brings a new token as well.
 *
 * <p>When the receiver answers 401 to a token that was {@linkplain Granted#cached cached}, call {@link #rejected} and
 * ask once more; a 401 to a token that was not is the receiver's last word.
 */
public final class OAuth {

    private static final Duration LEAST_MARGIN = Duration.ofSeconds(5);
    private static final Duration MOST_MARGIN = Duration.ofSeconds(60);
    private static final long MOST_SECONDS = Duration.ofDays(365).toSeconds();

    private final TokenRequest request;
    private final TokenMask mask;
    private final Wire wire;
    private Map<String, Object> values;
    private long endNanos;

    /**
     * @param tls       that of the webhook
     * @param userAgent sent unless the section has one
     */
    public OAuth(OAuthSection section, Tls tls, Wire wire, String userAgent) {
        this.request = new TokenRequest(section, tls, userAgent);
        this.mask = new TokenMask(section);
        this.wire = wire;
    }

    /**
     * A token that holds. May wait for the network, as long as a call may.
     *
     * @param nanos monotonic time
     */
    public Token token(long nanos) {
        if (values != null && nanos - endNanos < 0) {
            return new Granted(values, true);
        }
        values = null;
        HttpRequestSpec spec = request.spec();
        HttpAnswer answer = wire.call(spec);
        return answer instanceof Answered answered
                ? judge(answered, spec.host(), nanos)
                : refused(((Failed) answer).reason(), ((Failed) answer).permanent(), Optional.empty());
    }

    /** The receiver does not take the token: the next call asks for a new one. */
    public void rejected() {
        values = null;
    }

    private Token judge(Answered answer, String host, long nanos) {
        boolean good = answer.status() >= 200 && answer.status() <= 399;
        String text = new String(answer.body(), UTF_8).replaceFirst("^\uFEFF", "").strip();
        Map<String, Object> object;
        try {
            object = answer.cut() ? null : Json.parseObject(text);
        } catch (IllegalArgumentException e) {
            object = null;
        }
        String quoted = object == null ? "" : mask.error(object);
        if (!good || object == null || !quoted.isEmpty() && !object.containsKey("access_token")) {
            String reason = host + " answered " + (good && object == null
                    ? kind(text, answer.cut()) : answer.status() + quoted);
            return refused(reason, false, answer.retryAfter());
        }
        Granted granted = new Granted(object, false);
        long seconds = seconds(object.get("expires_in"));
        Duration lasts = Duration.ofSeconds(seconds).minus(margin(seconds));
        if (!lasts.isNegative() && !lasts.isZero()) {
            values = granted.values();
            endNanos = nanos + lasts.toNanos();
        }
        return granted;
    }

    private static Refused refused(String reason, boolean permanent, Optional<String> retryAfter) {
        return new Refused("no token: " + reason, permanent, retryAfter);
    }

    private static Duration margin(long seconds) {
        Duration tenth = Duration.ofSeconds(seconds).dividedBy(10);
        Duration atLeast = tenth.compareTo(LEAST_MARGIN) < 0 ? LEAST_MARGIN : tenth;
        return atLeast.compareTo(MOST_MARGIN) > 0 ? MOST_MARGIN : atLeast;
    }

    /** Some servers write the number as a text. 0 for what is none. */
    private static long seconds(Object expiresIn) {
        String text = String.valueOf(expiresIn).strip();
        if (text.length() > 30) {
            return 0;
        }
        try {
            double seconds = new BigDecimal(text).doubleValue();
            return (long) Math.max(0, Math.min(seconds, MOST_SECONDS));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Never quotes: the text may hold a token. */
    private static String kind(String text, boolean cut) {
        if (cut) {
            return "with a text that is too long or broke off";
        }
        if (text.isEmpty()) {
            return "with nothing instead of a JSON object";
        }
        String instead = switch (text.charAt(0)) {
            case '[' -> "a list";
            case '"' -> "a text";
            case '{' -> "broken JSON";
            case 'n' -> text.equals("null") ? "null" : "something else";
            default -> "something else";
        };
        return "with " + instead + " instead of a JSON object";
    }
}
