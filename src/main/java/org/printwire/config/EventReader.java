package org.printwire.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.printwire.config.WebhookSection.CooledDown;
import org.printwire.config.WebhookSection.CustomEvent;
import org.printwire.config.YamlNode.Scalar;
import org.printwire.config.YamlNode.Sequence;

/** Reads what a webhook is told: {@code events:}, {@code customEvents:}, {@code messages:} and when they come. */
final class EventReader {

    private static final int MOST_LAYERS = 100_000;

    private final Section webhook;
    private final List<CustomEvent> custom;

    EventReader(Section webhook) {
        this.webhook = webhook;
        this.custom = readCustom();
    }

    List<CustomEvent> custom() {
        return custom;
    }

    /** The names that this webhook's events may have: those there are, and its own. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(EventChoice.names());
        custom.forEach(event -> names.add(event.name()));
        return names;
    }

    List<String> events() {
        List<String> names = webhook.texts("events").orElse(EventChoice.DEFAULTS);
        for (int i = 0; i < names.size(); i++) {
            check(webhook.place("events").item(i, webhook.line("events")), names.get(i), EventChoice.names());
        }
        boolean empty = webhook.node("events")
                .filter(node -> node instanceof Sequence list && list.items().isEmpty())
                .isPresent();
        if (empty && custom.isEmpty()) {
            webhook.problem("events", "is an empty list", "name one, or leave the key out, or write enabled: false");
        }
        return names;
    }

    Map<String, String> messages() {
        Section messages = webhook.section("messages");
        Map<String, String> texts = messages.everyText();
        texts.keySet().forEach(name -> check(messages.place(name), name, EventChoice.names()));
        return texts;
    }

    /** 0: the first layer alone. */
    int layerInterval() {
        boolean first = webhook.node("layerInterval")
                .filter(node -> node instanceof Scalar scalar && scalar.text().equalsIgnoreCase("first"))
                .isPresent();
        return first ? 0 : webhook.integer("layerInterval", 1, MOST_LAYERS).orElse(1);
    }

    CooledDown cooledDown() {
        return webhook.group("cooledDown").map(this::temperatures).orElse(CooledDown.DEFAULTS);
    }

    private CooledDown temperatures(Section section) {
        Optional<Double> bed = section.decimal("bed", 1, 500);
        Optional<Double> nozzle = section.decimal("nozzle", 1, 500);
        section.finish();
        if (section.node("bed").isEmpty() && section.node("nozzle").isEmpty()) {
            webhook.problem("cooledDown", "names no temperature", "write cooledDown: {bed: 40, nozzle: 50}");
        }
        return new CooledDown(bed.orElse(null), nozzle.orElse(null));
    }

    Duration progressGap() {
        return DurationText.read(webhook, "progressGap", Duration.ZERO, Duration.ofDays(1)).orElse(Duration.ZERO);
    }

    static void check(Place place, String name, Collection<String> names) {
        if (!names.contains(name)) {
            place.problem("there is no event '" + Section.shortened(name) + "'", Nearest.advice(name, names));
        }
    }

    private List<CustomEvent> readCustom() {
        List<CustomEvent> events = new ArrayList<>();
        for (Section section : webhook.sections("customEvents")) {
            Optional<String> name = section.text("name");
            String message = section.text("message").orElse("");
            section.finish();
            if (section.node("name").isEmpty()) {
                section.problem("name", "is missing", "write name: and the name of an event");
            }
            name.ifPresent(text -> {
                if (!isName(text)) {
                    section.problem("name", "must be letters, digits, '.', '_' and '-', not '"
                            + Section.shortened(text) + "'", "write a name such as bed_ready");
                } else if (events.stream().anyMatch(other -> other.name().equalsIgnoreCase(text))) {
                    section.problem("name", "there is another custom event '" + text + "'", "remove one of the two");
                }
                events.add(new CustomEvent(text, message));
            });
        }
        return List.copyOf(events);
    }

    static boolean isName(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    }
}
