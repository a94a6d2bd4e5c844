package org.printwire.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.printwire.config.EventChoice;
import org.printwire.config.OAuthSection;
import org.printwire.config.QuietHours;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection;
import org.printwire.config.WebhookSection.Compat;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.CooledDown;
import org.printwire.config.WebhookSection.CustomEvent;
import org.printwire.config.WebhookSection.Method;

/** A webhook's settings for a test: the defaults, and what the test changes. */
public final class Hook {

    public static final String SECRET = "s3cr3t";

    public String id = "a";
    public boolean enabled = true;
    public Secret url = new Secret("http://127.0.0.1:1/hook");
    public Method method = Method.POST;
    public ContentType contentType = ContentType.JSON;
    public String deviceIdentifier = "MK3S";
    public Secret apiSecret = new Secret(SECRET);
    public List<String> events = EventChoice.DEFAULTS;
    public List<CustomEvent> customEvents = List.of();
    public Map<String, String> messages = Map.of();
    public int progressInterval = 50;
    public Duration progressGap = Duration.ZERO;
    public int layerInterval = 1;
    public CooledDown cooledDown = CooledDown.DEFAULTS;
    public Map<String, Object> headers = Map.of();
    public Object data;
    public boolean snapshot;
    public Duration snapshotLimit = Duration.ofSeconds(5);
    public String camera;
    public OAuthSection oauth;
    public Map<String, Duration> cooldown = Map.of();
    public QuietHours quietHours;
    public boolean verifyTls = true;
    public Path caFile;
    public List<Secret> signingSecret = List.of();
    public Secret hubSecret = Secret.NONE;
    public Duration retryFor = Duration.ofDays(3);
    public Compat compat = Compat.NONE;

    /** A hook with that id and address that hears of these events. */
    public static Hook to(String id, String url, String... events) {
        Hook hook = new Hook();
        hook.id = id;
        hook.url = new Secret(url);
        hook.events = events.length == 0 ? EventChoice.DEFAULTS : List.of(events);
        return hook;
    }

    /** Keys and values in turn, in order: for data and headers. */
    public static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    public WebhookSection section() {
        return new WebhookSection(id, enabled, url, method, contentType, deviceIdentifier, apiSecret, events,
                customEvents, messages, progressInterval, progressGap, layerInterval, cooledDown, headers, data,
                snapshot, snapshotLimit, camera, oauth, cooldown, quietHours, verifyTls, caFile, signingSecret,
                hubSecret, retryFor, compat);
    }
}
