package org.printwire.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.config.YamlNode.Entry;
import org.printwire.config.YamlNode.Mapping;
import org.printwire.config.YamlNode.Scalar;
import org.printwire.config.YamlNode.Sequence;
import org.printwire.config.YamlNode.Type;

/** JSON as a text inside of a YAML file, as the OctoPrint-Webhooks plugin keeps headers and data. */
final class JsonText {

    private JsonText() {}

    /**
     * The group or list that the text holds; any other node as it is. The lines of what is inside are the line of the
     * text.
     *
     * @return empty after a problem: the text is not JSON, or JSON that is neither a group nor a list
     */
    static Optional<YamlNode> opened(YamlNode node, Place place, String fix) {
        if (!(node instanceof Scalar text) || text.type() != Type.TEXT) {
            return Optional.of(node);
        }
        Problems inside = new Problems("");
        Optional<YamlNode> json = YamlReader.json(text.text(), inside).filter(value -> !(value instanceof Scalar));
        if (json.isEmpty()) {
            place.problem("is a text, but not a JSON object", fix);
        }
        for (ConfigProblem problem : inside.found()) {
            place.key(problem.where(), place.line()).problem("is there a second time", "remove one of the two");
        }
        return json.map(value -> moved(value, text.line()));
    }

    private static YamlNode moved(YamlNode node, int line) {
        if (node instanceof Scalar scalar) {
            return new Scalar(line, scalar.type(), scalar.text());
        }
        if (node instanceof Sequence sequence) {
            List<YamlNode> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(moved(item, line)));
            return new Sequence(line, List.copyOf(items));
        }
        return new Mapping(line, ((Mapping) node).entries().stream()
                .map(entry -> new Entry(line, entry.key(), moved(entry.value(), line)))
                .toList());
    }
}
