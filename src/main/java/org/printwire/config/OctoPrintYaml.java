package org.printwire.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * OctoPrint's config.yaml, of which one part is wanted. The rest may hold anchors, and tags of Python, which make no
 * object here.
 */
final class OctoPrintYaml {

    private static final int MAX_CHARACTERS = 20_000_000;
    /** A thousand webhooks fit; anchors that stand for each other over and over do not. */
    private static final int MAX_VALUES = 200_000;

    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final String file;
    private int values;

    private OctoPrintYaml(String file) {
        this.file = file;
    }

    /**
     * What stands below these keys as maps, lists, Strings, Booleans and null; a number is the text it was written as.
     *
     * @param file its name, for the problem
     * @return empty: a key of the path is not there
     */
    static Optional<Object> below(String text, String file, String... path) throws ConfigException {
        Node node = composed(text, file);
        for (String key : path) {
            node = node instanceof MappingNode mapping ? child(mapping, key) : null;
        }
        return node == null ? Optional.empty() : Optional.ofNullable(new OctoPrintYaml(file).value(node));
    }

    private static Node composed(String text, String file) throws ConfigException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        // Tags of Python are read over: nothing is made of them.
        options.setTagInspector(tag -> true);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw problem(file, line);
        } catch (YAMLException e) {
            throw problem(file, 0);
        }
    }

    private static ConfigException problem(String file, int line) {
        return new ConfigException(List.of(new ConfigProblem(file, line, "", "this is not YAML",
                "name OctoPrint's config.yaml, which mostly is ~/.octoprint/config.yaml")));
    }

    private static Node child(MappingNode mapping, String key) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                return tuple.getValueNode();
            }
        }
        return null;
    }

    /** Of an anchor that holds itself, what is inside is null. */
    private Object value(Node node) throws ConfigException {
        if (++values > MAX_VALUES) {
            throw new ConfigException(List.of(new ConfigProblem(file, node.getStartMark().getLine() + 1, "",
                    "the anchors here stand for too much", "write the webhooks without & and *")));
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (!open.add(node)) {
            return null;
        }
        Object value = node instanceof MappingNode mapping ? map(mapping) : list((SequenceNode) node);
        open.remove(node);
        return value;
    }

    private Map<String, Object> map(MappingNode mapping) throws ConfigException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name) {
                map.put(name.getValue(), value(tuple.getValueNode()));
            }
        }
        return map;
    }

    private List<Object> list(SequenceNode sequence) throws ConfigException {
        List<Object> list = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            list.add(value(item));
        }
        return list;
    }

    private static Object scalar(ScalarNode scalar) {
        if (scalar.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return scalar.getValue().toLowerCase(Locale.ROOT).matches("true|yes|on");
        }
        return scalar.getValue();
    }
}
