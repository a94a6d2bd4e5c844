package org.printwire.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.printwire.config.WebhookSection.CooledDown;
import org.printwire.config.WebhookSection.CustomEvent;

/** A webhook as keys for people: every key with what holds, secrets covered. */
final class WebhookText {

    private static final String COVER = "***";

    private WebhookText() {}

    static Map<String, Object> of(WebhookSection webhook) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", webhook.id());
        keys.put("enabled", webhook.enabled());
        keys.put("url", WebAddress.shown(webhook.url().reveal()));
        keys.put("method", webhook.method().name());
        keys.put("contentType", webhook.contentType().name());
        keys.put("deviceIdentifier", webhook.deviceIdentifier());
        keys.put("apiSecret", webhook.apiSecret().toString());
        keys.put("events", webhook.events());
        keys.put("customEvents", webhook.customEvents().stream().map(WebhookText::custom).toList());
        keys.put("messages", webhook.messages());
        keys.put("progressInterval", webhook.progressInterval());
        keys.put("progressGap", DurationText.of(webhook.progressGap()));
        keys.put("layerInterval", webhook.layerInterval() == 0 ? "first" : webhook.layerInterval());
        keys.put("cooledDown", cooledDown(webhook.cooledDown()));
        keys.put("headers", covered(webhook.headers().keySet()));
        keys.put("data", shown(webhook.data()));
        keys.put("snapshot", webhook.snapshot());
        keys.put("snapshotLimit", DurationText.of(webhook.snapshotLimit()));
        keys.put("camera", webhook.camera());
        keys.put("oauth", webhook.oauth() == null ? null : oauth(webhook.oauth()));
        keys.put("cooldown", cooldown(webhook));
        keys.put("quietHours", webhook.quietHours() == null ? null : quietHours(webhook.quietHours()));
        keys.put("verifyTls", webhook.verifyTls());
        keys.put("caFile", webhook.caFile() == null ? null : webhook.caFile().toString());
        keys.put("signingSecret", webhook.signingSecret().stream().map(Secret::toString).toList());
        keys.put("hubSecret", webhook.hubSecret().toString());
        keys.put("retryFor", DurationText.of(webhook.retryFor()));
        keys.put("compat", webhook.compat().name().toLowerCase(Locale.ROOT));
        return keys;
    }

    private static Map<String, Object> custom(CustomEvent event) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", event.name());
        keys.put("message", event.message());
        return keys;
    }

    private static Map<String, Object> cooledDown(CooledDown cooledDown) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("bed", cooledDown.bed());
        keys.put("nozzle", cooledDown.nozzle());
        return keys;
    }

    /** Of what is sent to get a token only the names are for people: most of it is secret. */
    private static Map<String, Object> oauth(OAuthSection oauth) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("url", WebAddress.shown(oauth.url().reveal()));
        keys.put("method", oauth.method().name());
        keys.put("contentType", oauth.contentType().name());
        keys.put("headers", covered(oauth.headers().keySet()));
        keys.put("data", covered(oauth.data().keySet()));
        keys.put("clientId", oauth.clientId() == null ? null : COVER);
        keys.put("clientSecret", oauth.clientSecret() == null ? null : COVER);
        return keys;
    }

    private static Map<String, Object> cooldown(WebhookSection webhook) {
        Map<String, Object> keys = new LinkedHashMap<>();
        webhook.cooldown().forEach((event, least) -> keys.put(event, DurationText.of(least)));
        return keys;
    }

    private static Map<String, Object> quietHours(QuietHours hours) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("from", hours.from().toString());
        keys.put("to", hours.to().toString());
        keys.put("except", List.copyOf(hours.except()));
        keys.put("zone", hours.zone().getId());
        return keys;
    }

    /** Which header is a secret is the receiver's affair, so all are covered. */
    private static Map<String, String> covered(Collection<String> names) {
        Map<String, String> shown = new LinkedHashMap<>();
        names.forEach(name -> shown.put(name, COVER));
        return shown;
    }

    private static Object shown(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> shown = new LinkedHashMap<>();
            map.forEach((key, inner) -> shown.put(key, shown(inner)));
            return shown;
        }
        if (value instanceof List<?> list) {
            List<Object> shown = new ArrayList<>();
            list.forEach(inner -> shown.add(shown(inner)));
            return shown;
        }
        return value instanceof Secret secret ? secret.toString() : value;
    }
}
