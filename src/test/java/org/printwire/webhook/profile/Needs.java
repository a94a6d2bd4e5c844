package org.printwire.webhook.profile;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a user would give each profile, in the form that the service hands it out. */
public final class Needs {

    /** Signs what goes to the profile named signed. */
    public static final String SIGNING_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String OWN = "https://example.org/printer";

    private static final Map<String, Map<String, String>> ALL = Map.ofEntries(
            entry("simple", Map.of("url", OWN, "apiSecret", "s3cr3t", "deviceIdentifier", "MK3S")),
            entry("full-data", Map.of("url", OWN, "apiSecret", "s3cr3t")),
            entry("snapshot", Map.of("url", OWN)),
            entry("oauth", Map.of("url", OWN, "oauth.url", "https://login.example.org/token", "oauth.clientId", "printwire",
                    "oauth.clientSecret", "s3cr3t")),
            entry("dot-notation", Map.of("url", OWN)),
            entry("slack", Map.of("url", "https://hooks.slack.com/services/T0123ABCD/B0123ABCD/abcdefghijklmnopqrstuvwx",
                    "deviceIdentifier", "MK3S in the \"cellar\"")),
            entry("discord", Map.of("url", "https://discord.com/api/webhooks/123456789012345678/" + "aB3-_".repeat(14))),
            entry("telegram", Map.of("apiSecret", "123456:" + "aB3-_".repeat(7), "chat_id", "-1001234567890")),
            entry("telegram-text", Map.of("apiSecret", "123456:" + "aB3-_".repeat(7), "chat_id", "@my_printers")),
            entry("matrix", Map.of("url", "https://matrix.example.org/_matrix/client/v3/rooms/!abc:example.org/send/"
                    + "m.room.message/@eventId", "apiSecret", "syt_cHJpbnRlcg_abcdef_0a1b2c")),
            entry("microsoft-teams", Map.of("url", "https://prod-12.westeurope.logic.azure.com:443/workflows/"
                    + "0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2F"
                    + "triggers%2Fmanual%2Frun&sv=1.0&sig=s3cr3t")),
            entry("ntfy", Map.of("url", "https://ntfy.sh/my_printer-4711", "deviceIdentifier", "Prusa MK3S")),
            entry("gotify", Map.of("url", "https://gotify.example.org/push/message", "apiSecret", "A4ZudDRdLT40L5X")),
            entry("pushover", Map.of("apiSecret", "a1b2c".repeat(6), "user", "u1Z2y".repeat(6))),
            entry("plivo", Map.of("url", "https://MAXXXXXXXXXXXXXXXXXX:t0ken@api.plivo.com/v1/Account/"
                    + "MAXXXXXXXXXXXXXXXXXX/Message/", "src", "+14155550100", "dst", "14155550101")),
            entry("alexa-notify-me", Map.of("apiSecret", "nmac.0123456789ABCDEF")),
            entry("home-assistant", Map.of("url", "http://homeassistant.local:8123/api/webhook/-aBc123")),
            entry("ifttt", Map.of("apiSecret", "bXyZ_0-9")),
            entry("node-red", Map.of("url", "http://nodered.local:1880/printwire")),
            entry("cloudevents", Map.of("url", "https://example.org/events",
                    "deviceIdentifier", "MK3S im Keller, \"links\"")),
            entry("signed", Map.of("url", OWN, "signingSecret", SIGNING_SECRET)));

    private Needs() {}

    public static Map<String, String> of(String profile) {
        return new LinkedHashMap<>(ALL.getOrDefault(profile, Map.of()));
    }
}
