package org.printwire.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.printwire.config.YamlNode.Mapping;

/** Reads {@code headers:}: keys with values, or the OctoPrint-Webhooks plugin's JSON text. */
final class HeaderReader {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private final ValueReader values;
    private final Problems problems;

    HeaderReader(ValueReader values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /**
     * By name in the order of the file, each a String, which is a template, or a Secret.
     *
     * @param absent what holds where the key is not there
     */
    Map<String, Object> read(Section owner, Map<String, Object> absent) {
        Optional<YamlNode> node = owner.node("headers");
        if (node.isEmpty()) {
            return absent;
        }
        Place place = owner.place("headers");
        String fix = "write headers: {NAME: VALUE}";
        Optional<YamlNode> opened = JsonText.opened(node.get(), place, fix);
        if (opened.isPresent() && node.get() != opened.get() && !(opened.get() instanceof Mapping)) {
            place.problem("is a text, but not a JSON object", fix);
            return Map.of();
        }
        return opened.map(group -> headers(new Section(group, place.where(), problems))).orElse(Map.of());
    }

    static boolean isName(String name) {
        return name.matches(TOKEN);
    }

    static boolean isValue(String value) {
        return value.chars().noneMatch(c -> c < 0x20 && c != '\t' || c > 0x7e);
    }

    private Map<String, Object> headers(Section section) {
        Map<String, Object> headers = new LinkedHashMap<>();
        section.everyText().forEach((name, written) -> {
            if (!isName(name)) {
                section.problem(name, "is not the name of an HTTP header", "write letters, digits and '-'");
            }
            Object value = values.text(written, section.place(name));
            if (!isValue(value instanceof Secret secret ? secret.reveal() : (String) value)) {
                section.problem(name, "holds a character that no HTTP header may hold",
                        "write printable ASCII on one line");
            }
            headers.put(name, value);
        });
        return Collections.unmodifiableMap(headers);
    }
}
