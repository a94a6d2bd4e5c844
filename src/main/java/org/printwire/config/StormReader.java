package org.printwire.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.printwire.config.YamlNode.Mapping;

/** Reads what keeps a webhook from being a nuisance: {@code cooldown:} and {@code quietHours:}. */
final class StormReader {

    /** The key of {@code cooldown} that stands for every event without a key of its own. */
    static final String ANY = "*";

    private static final Duration LONGEST = Duration.ofDays(30);

    private final Section webhook;
    private final Set<String> events;

    /** @param events the names there are */
    StormReader(Section webhook, Set<String> events) {
        this.webhook = webhook;
        this.events = events;
    }

    Map<String, Duration> cooldown() {
        Optional<YamlNode> node = webhook.node("cooldown");
        if (node.isEmpty()) {
            return Map.of();
        }
        if (!(node.get() instanceof Mapping)) {
            return DurationText.read(webhook, "cooldown", Duration.ZERO, LONGEST)
                    .filter(each -> !each.isZero())
                    .map(each -> Map.of(ANY, each))
                    .orElse(Map.of());
        }
        Section section = webhook.section("cooldown");
        Map<String, Duration> cooldown = new LinkedHashMap<>();
        section.everyText().forEach((name, text) -> {
            if (!name.equals(ANY)) {
                EventReader.check(section.place(name), name, events);
            }
            DurationText.checked(section.place(name), text, Duration.ZERO, LONGEST)
                    .ifPresent(each -> cooldown.put(name, each));
        });
        return Collections.unmodifiableMap(cooldown);
    }

    /** null: none. */
    QuietHours quietHours() {
        return webhook.group("quietHours").map(this::hours).orElse(null);
    }

    private QuietHours hours(Section section) {
        LocalTime from = time(section, "from");
        LocalTime to = time(section, "to");
        List<String> except = section.texts("except").orElse(List.of());
        for (int i = 0; i < except.size(); i++) {
            EventReader.check(section.place("except").item(i, section.line("except")), except.get(i), events);
        }
        ZoneId zone = section.text("zone").map(text -> zone(section, text)).orElseGet(ZoneId::systemDefault);
        section.finish();
        if (from != null && from.equals(to)) {
            section.problem("to", "is the same as from, which leaves no quiet hours", "write another time");
        }
        return from == null || to == null ? null : new QuietHours(from, to, new LinkedHashSet<>(except), zone);
    }

    /** null after a problem. */
    private static LocalTime time(Section section, String key) {
        if (section.node(key).isEmpty()) {
            section.problem(key, "is missing", "write " + key + ": \"22:00\"");
            return null;
        }
        Optional<String> text = section.text(key);
        if (text.isPresent() && text.get().matches("([01]?[0-9]|2[0-3]):[0-5][0-9]")) {
            return LocalTime.parse(text.get().length() == 4 ? "0" + text.get() : text.get());
        }
        text.ifPresent(written -> section.problem(key, "must be a time of day from 00:00 to 23:59, not '"
                + Section.shortened(written) + "'", "write " + key + ": \"22:00\", in quotes"));
        return null;
    }

    private static ZoneId zone(Section section, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            section.problem("zone", "there is no time zone '" + Section.shortened(text) + "'",
                    Nearest.to(text, ZoneId.getAvailableZoneIds()).map(zone -> "write " + zone)
                            .orElse("write one such as Europe/Berlin, or leave it out"));
            return null;
        }
    }
}
