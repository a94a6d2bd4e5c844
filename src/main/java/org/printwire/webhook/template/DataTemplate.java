package org.printwire.webhook.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.printwire.config.Secret;

/** Compiled maps and lists: texts in them are templates, keys are not, Secrets come out in clear and unexpanded. */
public final class DataTemplate {

    private final Node root;
    private final Set<String> names;
    private final List<String> problems;

    private DataTemplate(Node root, Set<String> names, List<String> problems) {
        this.root = root;
        this.names = Collections.unmodifiableSet(names);
        this.problems = List.copyOf(problems);
    }

    static DataTemplate of(Object data, TemplateEngine engine) {
        Compiler compiler = new Compiler(engine);
        return new DataTemplate(compiler.node(data, ""), compiler.names, compiler.problems);
    }

    /** New maps and lists in the order of the old ones. Secrets are in there: show nothing of it. */
    public Object value(Map<String, ?> values) {
        return root.value(values);
    }

    /** The first parts of all names in it. */
    public Set<String> names() {
        return names;
    }

    /** What is wrong with it, each with its place: {@code embeds[0].title: there is no filter 'durations'; ...}. */
    public List<String> problems() {
        return problems;
    }

    private sealed interface Node {
        Object value(Map<String, ?> values);
    }

    private record Fixed(Object value) implements Node {
        @Override
        public Object value(Map<String, ?> values) {
            return value;
        }
    }

    private record Hidden(Secret secret) implements Node {
        @Override
        public Object value(Map<String, ?> values) {
            return secret.reveal();
        }
    }

    private record Text(Template template) implements Node {
        @Override
        public Object value(Map<String, ?> values) {
            return template.value(values);
        }
    }

    private record Items(List<Node> nodes) implements Node {
        @Override
        public Object value(Map<String, ?> values) {
            List<Object> list = new ArrayList<>(nodes.size());
            nodes.forEach(node -> list.add(node.value(values)));
            return list;
        }
    }

    private record Fields(Map<String, Node> nodes) implements Node {
        @Override
        public Object value(Map<String, ?> values) {
            Map<String, Object> map = new LinkedHashMap<>();
            nodes.forEach((key, node) -> map.put(key, node.value(values)));
            return map;
        }
    }

    private static final class Compiler {

        private final TemplateEngine engine;
        private final Set<String> names = new LinkedHashSet<>();
        private final List<String> problems = new ArrayList<>();

        Compiler(TemplateEngine engine) {
            this.engine = engine;
        }

        Node node(Object data, String place) {
            if (data instanceof String text) {
                Template template = engine.text(text);
                names.addAll(template.names());
                template.problems().forEach(each -> problems.add(place.isEmpty() ? each : place + ": " + each));
                return template.fixed() ? new Fixed(template.text(Map.of())) : new Text(template);
            }
            if (data instanceof Secret secret) {
                return new Hidden(secret);
            }
            if (data instanceof Map<?, ?> map) {
                Map<String, Node> nodes = new LinkedHashMap<>();
                map.forEach((key, value) ->
                        nodes.put(String.valueOf(key), node(value, place.isEmpty() ? "" + key : place + "." + key)));
                return new Fields(nodes);
            }
            if (data instanceof List<?> list) {
                List<Node> nodes = new ArrayList<>();
                for (int i = 0; i < list.size(); i++) {
                    nodes.add(node(list.get(i), place + "[" + i + "]"));
                }
                return new Items(nodes);
            }
            return new Fixed(data);
        }
    }
}
