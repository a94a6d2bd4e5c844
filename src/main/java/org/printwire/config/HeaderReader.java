package org.printwire.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.config.YamlNode.Scalar;

/** Reads {@code headers:} of a webhook: keys with values, or the OctoPrint-Webhooks plugin's JSON text. */
final class HeaderReader {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private final SecretReader secrets;
    private final Problems problems;

    HeaderReader(SecretReader secrets, Problems problems) {
        this.secrets = secrets;
        this.problems = problems;
    }

    Map<String, String> read(Section webhook) {
        Optional<YamlNode> node = webhook.node("headers");
        if (node.isEmpty()) {
            return Map.of();
        }
        if (!(node.get() instanceof Scalar text)) {
            return headers(webhook.section("headers"));
        }
        Problems inJson = new Problems("");
        Optional<YamlNode> json = YamlReader.json(text.text(), inJson);
        if (json.isEmpty() || !(json.get() instanceof YamlNode.Mapping)) {
            webhook.problem("headers", "is a text, but not a JSON object", "write headers: {NAME: VALUE}");
            return Map.of();
        }
        return headers(new Section(moved(json.get(), text.line()), webhook.where("headers"), problems));
    }

    private Map<String, String> headers(Section section) {
        Map<String, String> headers = new LinkedHashMap<>();
        section.everyText().forEach((name, written) -> {
            if (!name.matches(TOKEN)) {
                section.problem(name, "is not the name of an HTTP header", "write letters, digits and '-'");
            }
            secrets.reveal(section, name, written).ifPresent(value -> {
                if (value.chars().anyMatch(c -> c < 0x20 && c != '\t' || c > 0x7e)) {
                    section.problem(name, "holds a character that no HTTP header may hold",
                            "write printable ASCII on one line");
                }
                headers.put(name, value);
            });
        });
        return headers;
    }

    /** The lines inside of a JSON text are the line of the text in its file. */
    private static YamlNode moved(YamlNode json, int line) {
        return new YamlNode.Mapping(line, ((YamlNode.Mapping) json).entries().stream()
                .map(entry -> new YamlNode.Entry(line, entry.key(), moved(line, entry.value())))
                .toList());
    }

    /** Of anything but a plain value only that it is none matters. */
    private static YamlNode moved(int line, YamlNode value) {
        if (value instanceof Scalar scalar) {
            return new Scalar(line, scalar.type(), scalar.text());
        }
        return new YamlNode.Sequence(line, List.of());
    }
}
