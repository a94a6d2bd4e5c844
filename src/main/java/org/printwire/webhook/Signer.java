package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.printwire.config.Secret;

/**
 * Signs requests, so that a receiver knows who sent them, that nobody changed them, and when.
 *
 * <ul>
 *   <li>By the rules of Standard Webhooks: {@code webhook-id}, {@code webhook-timestamp} (seconds) and
 *       {@code webhook-signature}, HMAC-SHA256 over id, timestamp and body, one signature for each secret.
 *   <li>{@code X-Hub-Signature-256}, HMAC-SHA256 over the body alone, as GitHub and WebSub hubs send it.
 * </ul>
 * Pure: the same body, id and time give the same headers. {@link #toString()} shows no key.
 */
public final class Signer {

    private static final String PREFIX = "whsec_";

    private final List<byte[]> keys = new ArrayList<>();
    private final byte[] hubKey;

    /**
     * @param secrets   base64, with or without {@code whsec_} before it; those of a rotation one after the other; empty: no
     *                  Standard Webhooks headers
     * @param hubSecret any text, used as it is; empty: no X-Hub-Signature-256
     * @throws IllegalArgumentException one of the secrets is not base64, or is empty; the message does not quote it
     */
    public Signer(List<Secret> secrets, Secret hubSecret) {
        for (Secret secret : secrets) {
            keys.add(key(secret, keys.size() + 1));
        }
        hubKey = hubSecret.reveal().getBytes(UTF_8);
    }

    /**
     * The headers of one attempt, in order; none where there are no secrets.
     *
     * @param body as it is sent; empty for a request without one
     * @param id   the same for every attempt of one message
     * @param now  wall time of this attempt: receivers refuse what is minutes old
     */
    public Map<String, String> headers(byte[] body, String id, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            String timestamp = Long.toString(now.getEpochSecond());
            byte[] head = (id + "." + timestamp + ".").getBytes(UTF_8);
            headers.put("webhook-id", id);
            headers.put("webhook-timestamp", timestamp);
            headers.put("webhook-signature", String.join(" ", keys.stream()
                    .map(key -> "v1," + Base64.getEncoder().encodeToString(hmac(key, head, body))).toList()));
        }
        if (hubKey.length > 0) {
            headers.put("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(hmac(hubKey, body)));
        }
        return headers;
    }

    @Override
    public String toString() {
        return "Signer[" + keys.size() + " secrets" + (hubKey.length > 0 ? ", hub" : "") + "]";
    }

    private static byte[] key(Secret secret, int number) {
        String text = secret.reveal().strip();
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        } catch (IllegalArgumentException e) {   // its text quotes the secret
            key = new byte[0];
        }
        if (key.length == 0) {
            throw new IllegalArgumentException(
                    "signing secret " + number + " is not base64, with or without whsec_ before it");
        }
        return key;
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }
}
