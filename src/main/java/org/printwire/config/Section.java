package org.printwire.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.printwire.config.YamlNode.Entry;
import org.printwire.config.YamlNode.Mapping;
import org.printwire.config.YamlNode.Scalar;
import org.printwire.config.YamlNode.Sequence;
import org.printwire.config.YamlNode.Type;

/**
 * A group of keys being read. Every question that finds something of the wrong kind makes a problem and answers as if
 * the key were absent, so that reading goes on. {@link #finish()} reports the keys that nobody asked for.
 *
 * <p>A value is quoted in a problem only by the callers that know it to be no secret.
 */
final class Section {

    private final String where;
    private final int line;
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    /** @param where the group's own place, empty for the whole file */
    Section(YamlNode node, String where, Problems problems) {
        this.where = where;
        this.line = node.line();
        this.problems = problems;
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> entries.put(entry.key(), entry));
        } else if (!(node instanceof Scalar scalar && scalar.nothing())) {
            problems.add(line, where, "must be a group of keys, not " + node.kind(), "write KEY: VALUE lines below it");
        }
    }

    /** The place of a key of this group: {@code webhooks[0].url}. */
    String where(String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    /** The line of the key, or of the group where the key is absent. */
    int line(String key) {
        return entries.containsKey(key) ? entries.get(key).line() : line;
    }

    Place place(String key) {
        return new Place(problems, line(key), where(key));
    }

    void problem(String key, String what, String fix) {
        problemAt(line(key), key, what, fix);
    }

    void problemAt(int at, String key, String what, String fix) {
        problems.add(at, where(key), what, fix);
    }

    /** The value, if the key is there and not empty. */
    Optional<YamlNode> node(String key) {
        known.add(key);
        Entry entry = entries.get(key);
        boolean absent = entry == null || entry.value() instanceof Scalar scalar && scalar.nothing();
        return absent ? Optional.empty() : Optional.of(entry.value());
    }

    Optional<String> text(String key) {
        return node(key).flatMap(node -> text(key, node));
    }

    Optional<Integer> integer(String key, int least, int most) {
        return scalar(key, "a whole number", Set.of(Type.INTEGER)).flatMap(scalar -> {
            Integer number = parsed(scalar.text());
            if (number == null || number < least || number > most) {
                problem(key, "must be from " + least + " to " + most + ", not " + scalar.text(), "");
                return Optional.empty();
            }
            return Optional.of(number);
        });
    }

    Optional<Double> decimal(String key, double least, double most) {
        return scalar(key, "a number", Set.of(Type.INTEGER, Type.DECIMAL)).flatMap(scalar -> {
            double number = decimal(scalar.text());
            if (!(number >= least && number <= most)) {
                problem(key, "must be from " + least + " to " + most + ", not " + scalar.text(), "");
                return Optional.empty();
            }
            return Optional.of(number);
        });
    }

    Optional<Boolean> flag(String key) {
        return scalar(key, "true or false", Set.of(Type.FLAG)).map(scalar -> Boolean.valueOf(scalar.text()));
    }

    /** True if the value is what YAML takes for true or false: {@code on} and {@code off} too. */
    boolean isFlag(String key) {
        return node(key).filter(node -> node instanceof Scalar scalar && scalar.type() == Type.FLAG).isPresent();
    }

    /** One of the values, which are no secrets; upper and lower case count. */
    Optional<String> choice(String key, List<String> values) {
        return text(key).flatMap(text -> {
            if (values.contains(text)) {
                return Optional.of(text);
            }
            problem(key, "does not know '" + shortened(text) + "'", "write one of " + String.join(", ", values));
            return Optional.empty();
        });
    }

    /** One of the values, whatever its case. {@code names}: how to write them, as advice. */
    <E extends Enum<E>> Optional<E> choice(String key, Class<E> type, String... names) {
        return text(key).flatMap(text -> {
            Optional<E> one = Stream.of(type.getEnumConstants())
                    .filter(value -> value.name().equalsIgnoreCase(text) && holds(names, text))
                    .findFirst();
            if (one.isEmpty()) {
                problem(key, "does not know '" + shortened(text) + "'", "write one of " + String.join(", ", names));
            }
            return one;
        });
    }

    private static boolean holds(String[] names, String text) {
        return Stream.of(names).anyMatch(text::equalsIgnoreCase);
    }

    Optional<List<String>> texts(String key) {
        return node(key).flatMap(node -> {
            if (!(node instanceof Sequence sequence)) {
                problem(key, "must be a list, not " + node.kind(), "write " + key + ": [ONE, TWO]");
                return Optional.empty();
            }
            List<String> texts = new ArrayList<>();
            for (YamlNode item : sequence.items()) {
                text(key + "[" + texts.size() + "]", item).ifPresent(texts::add);
            }
            return Optional.of(List.copyOf(texts));
        });
    }

    /** The group of keys under this key; a key that is absent gives a group without keys. */
    Section section(String key) {
        YamlNode node = node(key).orElse(new Mapping(line(key), List.of()));
        return new Section(node, where(key), problems);
    }

    /** The same; empty where the key is absent, or after a problem holds something else. */
    Optional<Section> group(String key) {
        return node(key).map(node -> section(key)).filter(group -> node(key).get() instanceof Mapping);
    }

    /** The groups of keys in the list under this key. */
    List<Section> sections(String key) {
        YamlNode node = node(key).orElse(new Sequence(line(key), List.of()));
        if (!(node instanceof Sequence sequence)) {
            problem(key, "must be a list, not " + node.kind(), "begin each entry below it with '- '");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            sections.add(new Section(item, where(key) + "[" + sections.size() + "]", problems));
        }
        return List.copyOf(sections);
    }

    /** All keys, each with a text, in the order of the file. */
    Map<String, String> everyText() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : entries.keySet()) {
            known.add(key);
            text(key, entries.get(key).value()).ifPresent(text -> texts.put(key, text));
        }
        return texts;
    }

    /** Reports every key that was not asked for. */
    void finish() {
        for (Entry entry : entries.values()) {
            if (!known.contains(entry.key())) {
                problem(entry.key(), "is not a key here", Nearest.advice(entry.key(), known));
            }
        }
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** A number counts as the text it was written as ({@code deviceIdentifier: 42}). */
    private Optional<String> text(String key, YamlNode node) {
        if (node instanceof Scalar scalar && (scalar.type() == Type.TEXT || scalar.type() == Type.INTEGER
                || scalar.type() == Type.DECIMAL)) {
            return Optional.of(scalar.text());
        }
        problems.add(node.line(), where(key), "must be a text, not " + node.kind(),
                node instanceof Scalar scalar && scalar.type() == Type.FLAG ? "put it in quotes" : "");
        return Optional.empty();
    }

    private Optional<Scalar> scalar(String key, String wanted, Set<Type> types) {
        return node(key).flatMap(node -> {
            if (node instanceof Scalar scalar && types.contains(scalar.type())) {
                return Optional.of(scalar);
            }
            problem(key, "must be " + wanted + ", not " + node.kind(),
                    node instanceof Scalar scalar && scalar.type() == Type.TEXT && types.contains(Type.FLAG)
                            ? "write true or false, without quotes" : "");
            return Optional.empty();
        });
    }

    /** What YAML calls a number with a point or an exponent; NaN for its .inf and .nan. */
    static double decimal(String text) {
        try {
            return Double.parseDouble(text.replace("_", ""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Integer parsed(String text) {
        try {
            return Integer.valueOf(text.replace("_", ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
