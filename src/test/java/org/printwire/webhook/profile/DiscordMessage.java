package org.printwire.webhook.profile;

import static org.printwire.webhook.profile.Shape.FLAG;
import static org.printwire.webhook.profile.Shape.OBJECT;
import static org.printwire.webhook.profile.Shape.TEXT;
import static org.printwire.webhook.profile.Shape.fields;
import static org.printwire.webhook.profile.Shape.list;
import static org.printwire.webhook.profile.Shape.text;
import static org.printwire.webhook.profile.Shape.that;
import static org.printwire.webhook.profile.Shape.whole;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Discord's message of an executed webhook, with the limits of its embeds. */
final class DiscordMessage {

    private static final int MOST_TOGETHER = 6000;

    private static final Shape LINK = fields().must("url", text("(https?|attachment)://.+"));
    private static final Shape EMBED = fields()
            .may("title", text(0, 256)).may("description", text(0, 4096)).may("url", text("https?://.+"))
            .may("timestamp", that("an ISO 8601 time", DiscordMessage::isTime)).may("color", whole(0, 0xFFFFFF))
            .may("footer", fields().must("text", text(1, 2048)).may("icon_url", TEXT))
            .may(LINK, "image", "thumbnail")
            .may("author", fields().must("name", text(1, 256)).may(TEXT, "url", "icon_url"))
            .may("fields", list(0, 25, fields().must("name", text(1, 256)).must("value", text(1, 1024))
                    .may("inline", FLAG)));

    static final Shape SHAPE = fields()
            .may("content", text(0, 2000)).may("username", text(1, 80)).may("avatar_url", TEXT).may("tts", FLAG)
            .may("embeds", list(0, 10, EMBED)).may("allowed_mentions", OBJECT).may("thread_name", text(1, 100))
            .may("attachments", list(0, 10, OBJECT)).may("flags", whole(0, Integer.MAX_VALUE))
            .and((value, at, wrong) -> {
                if (value instanceof Map<?, ?> message
                        && !filled(message.get("content")) && !filled(message.get("embeds"))) {
                    wrong.add(at + " is an empty message");
                }
                if (together(value) > MOST_TOGETHER) {
                    wrong.add(at + " has more than " + MOST_TOGETHER + " characters in its embeds");
                }
            });

    private DiscordMessage() {}

    private static boolean filled(Object value) {
        return value instanceof String text ? !text.isBlank() : value instanceof List<?> list && !list.isEmpty();
    }

    /** The characters of every text that people see in the embeds. */
    private static int together(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().mapToInt(entry -> {
                boolean seen = List.of("title", "description", "name", "value", "text").contains(entry.getKey());
                return seen && entry.getValue() instanceof String text
                        ? text.codePointCount(0, text.length()) : together(entry.getValue());
            }).sum();
        }
        return value instanceof List<?> list ? list.stream().mapToInt(DiscordMessage::together).sum() : 0;
    }

    private static boolean isTime(Object value) {
        try {
            return OffsetDateTime.parse(String.valueOf(value)) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
