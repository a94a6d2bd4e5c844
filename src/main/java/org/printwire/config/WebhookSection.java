package org.printwire.config;

import java.util.List;
import java.util.Map;

/**
 * One entry of {@code webhooks:}, as far as it is built (docs/configuration.md lists the keys).
 *
 * @param url               where to; may hold a secret in its path, so it is shown only by host
 * @param events            names of docs/events.md, or the plugin's (PrintStarted ... PrintProgress)
 * @param progressInterval  percent between two PrintProgress messages, 1 to 99
 * @param messages          message by event name, where it differs from the default
 * @param headers           by name, in the order of the file; env: and file: are resolved, so values may be secrets
 * @param snapshot          true: the body has a picture, so it goes as multipart/form-data
 * @param camera            name of the camera; null: the first one
 */
public record WebhookSection(
        String id,
        boolean enabled,
        Secret url,
        List<String> events,
        String deviceIdentifier,
        Secret apiSecret,
        int progressInterval,
        Map<String, String> messages,
        Map<String, String> headers,
        boolean snapshot,
        String camera) {

    /** Id alone: address, secret and headers stay hidden. */
    @Override
    public String toString() {
        return "WebhookSection[id=" + id + ", enabled=" + enabled + "]";
    }
}
