package org.printwire.config;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.printwire.config.YamlNode.Mapping;
import org.printwire.config.YamlNode.Scalar;
import org.printwire.config.YamlNode.Sequence;

/**
 * Turns what stands in a file into plain values of any depth: maps in their order, lists, Strings, numbers, flags and
 * null. Whole numbers come as Integer, Long or BigInteger, others as Double.
 */
final class ValueReader {

    /** null: a text stands for itself, whatever it begins with */
    private final SecretReader secrets;

    ValueReader(SecretReader secrets) {
        this.secrets = secrets;
    }

    /** Every text as it is written. */
    static ValueReader plain() {
        return new ValueReader(null);
    }

    Object read(YamlNode node, Place place) {
        if (node instanceof Mapping mapping) {
            return map(mapping, place);
        }
        return node instanceof Sequence sequence ? list(sequence, place) : scalar((Scalar) node, place);
    }

    Map<String, Object> map(Mapping mapping, Place place) {
        Map<String, Object> map = new LinkedHashMap<>();
        mapping.entries().forEach(entry ->
                map.put(entry.key(), read(entry.value(), place.key(entry.key(), entry.line()))));
        return Collections.unmodifiableMap(map);
    }

    private List<Object> list(Sequence sequence, Place place) {
        List<Object> list = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            list.add(read(item, place.item(list.size(), item.line())));
        }
        return Collections.unmodifiableList(list);
    }

    private Object scalar(Scalar scalar, Place place) {
        return switch (scalar.type()) {
            case TEXT -> text(scalar.text(), place);
            case INTEGER -> integer(scalar.text(), place);
            case DECIMAL -> decimal(scalar.text(), place);
            case FLAG -> Boolean.valueOf(scalar.text());
            case NOTHING -> null;
        };
    }

    /** A Secret if the text says where one is, else the text. */
    Object text(String text, Place place) {
        if (secrets == null || !SecretReader.isReference(text)) {
            return text;
        }
        return secrets.reveal(place, text).<Object>map(Secret::new).orElse("");
    }

    /** YAML reads 010 as eight and 0x10 as sixteen, which hardly anybody means. */
    private static Object integer(String text, Place place) {
        if (!text.matches("[+-]?(0|[1-9][0-9_]*)")) {
            place.problem("is a number in an uncommon form", "put it in quotes, or write it in plain digits");
            return 0;
        }
        BigInteger number = new BigInteger(text.replace("_", ""));
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    private static Object decimal(String text, Place place) {
        double number = Section.decimal(text);
        if (!Double.isFinite(number)) {
            place.problem("is a number that JSON does not have", "put it in quotes");
            return 0.0;
        }
        return number;
    }
}
