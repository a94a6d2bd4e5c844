package org.printwire.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One entry of {@code webhooks:} (docs/configuration.md lists the keys). Where a value may be a {@link Secret}, it was
 * written as {@code env:}, {@code file:} or {@code credential:}; other texts are templates with {@code @names}.
 *
 * @param url              where to, a template; often the receiver's password, so it is shown by host only
 * @param contentType      how the body is written
 * @param events           names of docs/events.md, or the plugin's (PrintStarted ... PrintProgress)
 * @param customEvents     the plugin's custom events: any event by its name here or in OctoPrint, or one that the
 *                         G-code fires, under the topic "Custom Event"
 * @param messages         message by event name, where it differs from the default
 * @param progressInterval percent between two PrintProgress messages, 1 to 99
 * @param progressGap      least time between two PrintProgress messages; zero: none
 * @param layerInterval    a Layer message each so many layers; 0: for the first layer alone
 * @param cooledDown       what CooledDown waits for
 * @param headers          by name in the order of the file: each a String or a Secret
 * @param data             the body: maps in their order, lists, Strings, Secrets, numbers, flags and null; null as a
 *                         whole: the plugin's default body
 * @param snapshot         the default body has a picture
 * @param snapshotLimit    a picture that takes longer is left out
 * @param camera           name of the camera; null: the first one
 * @param oauth            null: no token is asked for
 * @param cooldown         least time between two messages of one event, by event name; {@code *}: of any other
 * @param quietHours       null: none
 * @param caFile           PEM certificates to trust instead of the system's; null: the system's
 * @param signingSecret    Standard Webhooks secrets, the first one first; empty: not signed
 * @param hubSecret        for X-Hub-Signature-256; empty: none
 * @param retryFor         how long a message is tried
 */
public record WebhookSection(
        String id,
        boolean enabled,
        Secret url,
        Method method,
        ContentType contentType,
        String deviceIdentifier,
        Secret apiSecret,
        List<String> events,
        List<CustomEvent> customEvents,
        Map<String, String> messages,
        int progressInterval,
        Duration progressGap,
        int layerInterval,
        CooledDown cooledDown,
        Map<String, Object> headers,
        Object data,
        boolean snapshot,
        Duration snapshotLimit,
        String camera,
        OAuthSection oauth,
        Map<String, Duration> cooldown,
        QuietHours quietHours,
        boolean verifyTls,
        Path caFile,
        List<Secret> signingSecret,
        Secret hubSecret,
        Duration retryFor,
        Compat compat) {

    /** The same, hearing of these events instead: of each layer, and of the usual cooling down. */
    public WebhookSection hearing(List<String> others) {
        return new WebhookSection(id, enabled, url, method, contentType, deviceIdentifier, apiSecret, others,
                customEvents, messages, progressInterval, progressGap, 1, CooledDown.DEFAULTS, headers, data,
                snapshot, snapshotLimit, camera, oauth, cooldown, quietHours, verifyTls, caFile, signingSecret,
                hubSecret, retryFor, compat);
    }

    /** Id alone: address, secret and headers stay hidden. */
    @Override
    public String toString() {
        return "WebhookSection[id=" + id + ", enabled=" + enabled + "]";
    }

    public enum Method { GET, POST, PUT, PATCH, DELETE }

    /** {@code TEXT}: {@code data} is one text. {@code PICTURE}: the JPEG itself is the body. */
    public enum ContentType { JSON, FORM, TEXT, PICTURE }

    /** {@code OCTOPRINT}: names, texts and bytes as the plugin makes them. */
    public enum Compat { NONE, OCTOPRINT }

    /** An event under the topic "Custom Event"; names are compared without regard to case. */
    public record CustomEvent(String name, String message) {}

    /** Temperatures, °C, below which the print counts as cooled down; null: that heater does not count. */
    public record CooledDown(Double bed, Double nozzle) {
        public static final CooledDown DEFAULTS = new CooledDown(40.0, 50.0);
    }
}
