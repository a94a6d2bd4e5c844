package org.printwire.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a webhook of the OctoPrint-Webhooks plugin has where a key is missing. */
final class OctoPrintDefaults {

    /** Our name of each event by the key that switches it on. */
    static final Map<String, String> EVENTS = inOrder(
            "eventPrintStarted", "PrintStarted",
            "eventPrintDone", "PrintDone",
            "eventPrintFailed", "PrintFailed",
            "eventPrintPaused", "PrintPaused",
            "eventUserActionNeeded", "UserActionNeeded",
            "eventError", "Error",
            "event_print_progress", "PrintProgress");

    /** By our name of the event. */
    static final Map<String, String> MESSAGES = inOrder(
            "PrintStarted", "Your print has started.",
            "PrintDone", "Your print is done.",
            "PrintFailed", "Something went wrong and your print has failed.",
            "PrintPaused", "Your print has paused. You might need to change the filament color.",
            "UserActionNeeded", "User action needed. You might need to change the filament color.",
            "Error", "There was an error.",
            "PrintProgress", "Your print is @percentCompleteMilestone % complete.");

    static final Map<String, String> HEADERS = inOrder("Content-Type", "application/json");
    static final Map<String, String> OAUTH_DATA = inOrder("client_id", "myClient", "client_secret", "mySecret",
            "grant_type", "client_credentials");
    static final Map<String, String> DATA = data();
    static final int PROGRESS_INTERVAL = 50;

    /** Every key of settings versions 1 to 5 that is no event's. */
    static final List<String> KEYS = List.of("url", "apiSecret", "deviceIdentifier", "webhook_enabled",
            "event_print_progress_interval", "headers", "data", "http_method", "content_type", "oauth", "oauth_url",
            "oauth_headers", "oauth_data", "oauth_http_method", "oauth_content_type", "test_event", "customEvents",
            "event_cooldown", "verify_ssl", "settings_version", "_config_version", "hooks", "_name", "_description");

    private OctoPrintDefaults() {}

    /** The key that holds the message of the event which this key switches on. */
    static String messageKey(String eventKey) {
        return eventKey.equals("event_print_progress") ? "eventPrintProgressMessage" : eventKey + "Message";
    }

    static boolean knows(String key) {
        return KEYS.contains(key) || EVENTS.keySet().stream()
                .anyMatch(event -> key.equals(event) || key.equals(messageKey(event)));
    }

    private static Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        List.of("deviceIdentifier", "apiSecret", "topic", "message", "extra", "state", "job", "progress", "currentZ",
                "offsets", "meta", "currentTime", "snapshot").forEach(name -> data.put(name, "@" + name));
        return data;
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
