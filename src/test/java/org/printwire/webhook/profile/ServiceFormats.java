package org.printwire.webhook.profile;

import static org.printwire.webhook.profile.ServiceFormat.form;
import static org.printwire.webhook.profile.ServiceFormat.json;
import static org.printwire.webhook.profile.Shape.ANY;
import static org.printwire.webhook.profile.Shape.FLAG;
import static org.printwire.webhook.profile.Shape.NUMBER;
import static org.printwire.webhook.profile.Shape.OBJECT;
import static org.printwire.webhook.profile.Shape.TEXT;
import static org.printwire.webhook.profile.Shape.fields;
import static org.printwire.webhook.profile.Shape.is;
import static org.printwire.webhook.profile.Shape.list;
import static org.printwire.webhook.profile.Shape.orNull;
import static org.printwire.webhook.profile.Shape.text;
import static org.printwire.webhook.profile.Shape.that;
import static org.printwire.webhook.profile.Shape.whole;

import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The formats by profile, each from the documentation that the profile names. Keys that a service would only ignore are
 * refused here too: they would be a mistake of ours.
 */
public final class ServiceFormats {

    private static final int MOST = 100_000;
    private static final Shape TIME = that("a time as RFC 3339 has it", ServiceFormats::isTime);
    private static final Shape FILLED = text("(?s).*\\S.*");
    /** Slack's links, mentions and escapes begin with one of these. */
    private static final Shape ESCAPED = that("a text with & < > escaped",
            value -> !(value instanceof String text) || text.replaceAll("&(amp|lt|gt);", "").matches("[^&<>]*+"));
    /** Of 1,600 characters of the GSM alphabet, or in UTF-16; ASCII stands for the alphabet here. */
    private static final Shape SMS = that("a text of 1 to 1600 characters of GSM or 737 of UTF-16",
            value -> value instanceof String text && !text.isEmpty()
                    && text.length() <= (text.matches("[ -Za-z\r\n]*+") ? 1600 : 737));
    private static final Map<String, ServiceFormat> ALL = new LinkedHashMap<>();

    static {
        plugin();
        chats();
        phones();
        automation();
        standards();
    }

    private ServiceFormats() {}

    /** @throws NullPointerException nobody has written down what that service takes */
    public static ServiceFormat of(String profile) {
        return Objects.requireNonNull(ALL.get(profile), () -> "no format of " + profile);
    }

    private static void plugin() {
        ALL.put("simple", ServiceFormat.of(json(fields().must("deviceIdentifier", TEXT).must("apiSecret", TEXT)
                .must("topic", FILLED).must("message", FILLED).must("extra", OBJECT))));
        Shape object = Shape.json(OBJECT);
        ALL.put("full-data", ServiceFormat.of(form(fields().must("deviceIdentifier", TEXT).must("apiSecret", TEXT)
                .must("topic", FILLED).must("message", FILLED).must("currentTime", text("[0-9]{10}"))
                .must("extra", object).must("state", object).must("job", object).must("progress", object)
                .must("offsets", object).must("meta", object).may("currentZ", text("[0-9.]*"))
                .must("percentCompleteMilestone", text("[0-9]{1,2}")).must("event", text("[A-Za-z]+"))
                .must("eventId", FILLED).must("attempt", text("[0-9]+")).must("temperatures", object)
                .may("eta", TIME).must("printer", object), "snapshot", false)));
        ALL.put("snapshot", ServiceFormat.of(form(fields().must("deviceIdentifier", TEXT).must("topic", FILLED)
                .must("message", FILLED), "snapshot", false)));
        ALL.put("oauth", ServiceFormat.of(json(fields().must("deviceIdentifier", TEXT).must("topic", FILLED)
                .must("message", FILLED).must("extra", OBJECT))).with("Authorization", "Bearer [A-Za-z0-9._~+/-]+=*"));
        ALL.put("dot-notation", ServiceFormat.of(json(fields().must("deviceIdentifier", TEXT).must("topic", FILLED)
                .must("message", text("(?s)[0-9.]* % complete - .+")).must("fileName", orNull(TEXT))
                .must("fileSize", orNull(NUMBER)).must("size", text(".* mm wide, .* mm deep, .* mm high"))
                .must("timeLeft", orNull(TEXT)).must("doneAt", orNull(TEXT)).must("bed", text(".* °C"))
                .must("reason", TEXT))));
    }

    private static void chats() {
        ALL.put("slack", ServiceFormat.of(json(fields().must("text", text(1, 40_000).and(ESCAPED))
                .may("blocks", list(1, 50, OBJECT)).may("attachments", list(0, 100, OBJECT))
                .may("thread_ts", TEXT).may(FLAG, "mrkdwn", "unfurl_links", "unfurl_media")))
                .at("https://hooks\\.slack\\.com", "POST", "/services/T[A-Z0-9]+/B[A-Z0-9]+/[A-Za-z0-9]+"));
        ALL.put("discord", ServiceFormat.of(
                form(fields().must("payload_json", Shape.json(DiscordMessage.SHAPE)), "files[0]", false),
                json(DiscordMessage.SHAPE))
                .at("https://(discord|discordapp)\\.com", "POST", "/api/(v[0-9]+/)?webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{60,}")
                .answering(204));
        Shape chat = that("a chat", value -> String.valueOf(value).matches("-?[0-9]+|@[A-Za-z][A-Za-z0-9_]{4,}"));
        String bot = "/bot[0-9]+:[A-Za-z0-9_-]{35}/";
        Shape.Fields caption = fields().must("chat_id", chat).may("caption", text(0, 1024));
        ALL.put("telegram", ServiceFormat.of(form(caption
                .may(text("true|false"), "disable_notification", "protect_content", "has_spoiler")
                .may("parse_mode", text("HTML|MarkdownV2")), "photo", true))
                .at("https://api\\.telegram\\.org", "GET|POST", bot + "sendPhoto"));
        ALL.put("telegram-text", ServiceFormat.of(json(fields().must("chat_id", chat).must("text", text(1, 4096).and(FILLED))
                .may(FLAG, "disable_notification", "protect_content").may("parse_mode", text("HTML|MarkdownV2"))))
                .at("https://api\\.telegram\\.org", "GET|POST", bot + "sendMessage"));
        ALL.put("matrix", ServiceFormat.of(json(fields().must("msgtype", text("m\\.text|m\\.notice")).must("body", FILLED)
                .may("format", is("org.matrix.custom.html")).may("formatted_body", TEXT).may("m.mentions", OBJECT)))
                .at("https://.+", "PUT", "/_matrix/client/v3/rooms/![^/]+/send/m\\.room\\.message/[A-Za-z0-9._~-]+")
                .with("Authorization", "Bearer \\S+").upTo(65_536));
        Shape block = (value, at, wrong) -> (String.valueOf(value).contains("FactSet")
                ? fields().must("type", is("FactSet")).must("facts", list(1, 50,
                        fields().must("title", FILLED).must("value", TEXT)))
                : fields().must("type", is("TextBlock")).must("text", TEXT).may("wrap", FLAG)
                        .may("size", text("Small|Default|Medium|Large|ExtraLarge"))
                        .may("weight", text("Lighter|Default|Bolder"))).check(value, at, wrong);
        ALL.put("microsoft-teams", ServiceFormat.of(json(fields().must("type", is("message"))
                .must("attachments", list(1, 1, fields()
                        .must("contentType", is("application/vnd.microsoft.card.adaptive")).may("contentUrl", orNull(TEXT))
                        .must("content", fields().must("type", is("AdaptiveCard")).must("version", text("1\\.[0-5]"))
                                .may("$schema", TEXT).must("body", list(1, 50, block)))))))
                .at("https://.+", "POST", "/workflows/[0-9a-f]{32}/triggers/manual/paths/invoke").upTo(28 * 1024)
                .answering(202));
    }

    private static void phones() {
        ALL.put("ntfy", ServiceFormat.of(new ServiceFormat.Picture(15_000_000), new ServiceFormat.PlainText(1, 4096))
                .at("https://ntfy\\.sh", "POST|PUT", "/[-_A-Za-z0-9]{1,64}").with("Title", "[ -~]+")
                .with("Message", "[ -~]{1,8000}").with("Priority", "[1-5]|min|low|default|high|max|urgent")
                .with("Tags", "[a-z0-9_+,-]+").without("Filename", "X-Filename", "Attach").upTo(15_000_000));
        ALL.put("gotify", ServiceFormat.of(json(fields().must("message", FILLED).may("title", TEXT)
                .may("priority", whole(0, 10)).may("extras", OBJECT)))
                .at("https?://.+", "POST", "(/.+)?/message").with("X-Gotify-Key", "A[A-Za-z0-9._-]{14}"));
        ALL.put("pushover", ServiceFormat.of(form(fields().must("token", text("[A-Za-z0-9]{30}"))
                .must("user", text("[A-Za-z0-9]{30}")).must("message", text(1, 1024).and(FILLED))
                .may("title", text(0, 250)).may("timestamp", text("[0-9]{1,10}")).may("priority", text("-2|-1|0|1"))
                .may("sound", TEXT).may("device", text(1, 25)).may("url", text(0, 512)).may("url_title", text(0, 100))
                .may("html", is("1")).may("ttl", text("[0-9]+")), "attachment", false))
                .at("https://api\\.pushover\\.net", "POST", "/1/messages\\.json").upTo(5_242_880 + MOST));
        Shape number = text("\\+?[1-9][0-9]{6,14}");
        ALL.put("plivo", ServiceFormat.of(json(fields().must("src", number).must("dst", number).must("text", SMS)
                .may("type", text("sms|mms")).may("url", TEXT).may("method", text("GET|POST")).may("log", ANY)))
                .at("https://.+:.+@api\\.plivo\\.com", "POST", "/v1/Account/[A-Z0-9]{20}/Message/")
                .with("Authorization", "Basic [A-Za-z0-9+/]+=*").answering(202));
        ALL.put("alexa-notify-me", ServiceFormat.of(json(fields().must("notification", FILLED)
                .must("accessCode", text("nmac\\.[A-Za-z0-9]+")).may("title", TEXT)))
                .at("https://api\\.notifymyecho\\.com", "POST", "/v1/NotifyMe"));
    }

    private static void automation() {
        ALL.put("home-assistant", ServiceFormat.of(json(OBJECT)).at("https?://.+", "POST|PUT", "/api/webhook/[^/]+"));
        ALL.put("ifttt", ServiceFormat.of(json(fields().may(TEXT, "value1", "value2", "value3")))
                .at("https://maker\\.ifttt\\.com", "POST", "/trigger/[A-Za-z0-9_]+/with/key/[A-Za-z0-9_-]+"));
        ALL.put("node-red", ServiceFormat.of(json(OBJECT)).at("https?://.+", "POST", "/printwire"));
    }

    private static void standards() {
        Shape reference = that("a URI-reference",
                value -> value instanceof String text && !text.isEmpty() && isReference(text));
        ALL.put("cloudevents", ServiceFormat.of(json("application/cloudevents\\+json(; *charset=utf-8)?",
                fields().must("specversion", is("1.0")).must("id", text(1, MOST)).must("source", reference)
                        .must("type", text(1, MOST)).may("time", TIME).may("subject", text(1, MOST))
                        .may("datacontenttype", text("[a-z]+/[a-z0-9.+-]+(;.*)?")).may("dataschema", reference)
                        .may("data", ANY).more("[a-z0-9]{1,20}")))
                .at("https?://.+", "POST", "/.+"));
        ALL.put("signed", ServiceFormat.of(json(fields().must("type", text("[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*"))
                .must("timestamp", TIME).must("data", OBJECT)))
                .with("webhook-id", "[^.]+").with("webhook-timestamp", "[0-9]{10}")
                .with("webhook-signature", "v1,[A-Za-z0-9+/]{43}=( v1,[A-Za-z0-9+/]{43}=)*"));
    }

    private static boolean isTime(Object value) {
        try {
            return value instanceof String text && text.charAt(10) == 'T' && OffsetDateTime.parse(text) != null;
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static boolean isReference(String text) {
        try {
            return URI.create(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }
}
