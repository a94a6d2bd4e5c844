package org.printwire.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.config.YamlNode.Entry;
import org.printwire.config.YamlNode.Mapping;
import org.printwire.config.YamlNode.Scalar;
import org.printwire.config.YamlNode.Sequence;
import org.printwire.config.YamlNode.Type;

/**
 * Reads a YAML text into nodes that know their lines. A key that appears twice, an anchor, an alias and a second
 * document are problems: each of them would let a setting get lost without a word.
 */
final class YamlReader {

    private static final String NO_ANCHORS = "anchors and aliases (& and *) are not read here";

    private final JsonParser parser;
    private final Problems problems;

    private YamlReader(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The document; empty if there is none, or if it is not YAML, which is then among the problems. */
    static Optional<YamlNode> yaml(String text, Problems problems) {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            return new YamlReader(parser, problems).document();
        } catch (JsonProcessingException e) {
            YamlFault fault = YamlFault.of(e, text);
            problems.add(fault.line(), "", fault.what(), fault.fix());
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading a text in memory failed", e);
        }
    }

    /** The same for a text in JSON; lines count from its own beginning. Empty: it is not JSON. */
    static Optional<YamlNode> json(String text, Problems problems) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return new YamlReader(parser, problems).document();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<YamlNode> document() throws IOException {
        if (parser.nextToken() == null) {
            return Optional.empty();
        }
        YamlNode root = value("");
        if (parser.nextToken() != null) {
            problems.add(line(), "", "a second document begins here", "remove the line --- above it");
        }
        return Optional.of(root);
    }

    private YamlNode value(String where) throws IOException {
        if (parser.getObjectId() != null || parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            problems.add(line(), where, NO_ANCHORS, "write the value itself");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(where);
            case START_ARRAY -> sequence(where);
            default -> scalar();
        };
    }

    private Mapping mapping(String where) throws IOException {
        int begin = line();
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line();
            parser.nextToken();
            String inner = where.isEmpty() ? key : where + "." + key;
            YamlNode value = value(inner);
            Integer first = lines.putIfAbsent(key, line);
            if (first == null) {
                entries.add(new Entry(line, key, value));
            } else {
                problems.add(line, inner, "is here a second time, after line " + first, "remove one of the two");
            }
        }
        return new Mapping(begin, List.copyOf(entries));
    }

    private Sequence sequence(String where) throws IOException {
        int begin = line();
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(where + "[" + items.size() + "]"));
        }
        return new Sequence(begin, List.copyOf(items));
    }

    private Scalar scalar() throws IOException {
        String text = parser.getText();
        Type type = switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> Type.INTEGER;
            case VALUE_NUMBER_FLOAT -> Type.DECIMAL;
            case VALUE_TRUE, VALUE_FALSE -> Type.FLAG;
            case VALUE_NULL -> Type.NOTHING;
            default -> Type.TEXT;
        };
        if (type == Type.FLAG) {
            text = String.valueOf(parser.currentToken() == JsonToken.VALUE_TRUE);
        }
        return new Scalar(line(), type, text == null ? "" : text);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
