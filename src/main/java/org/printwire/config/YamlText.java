package org.printwire.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Plain values as YAML in the style of our own files: one key a line, short lists on one line, quotes only where they
 * are needed. What is written reads back as the same values.
 */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/](?:[A-Za-z0-9 ._/@%+()-]|:(?! |$))*");
    /** What YAML 1.1 takes for something other than a text. */
    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    /** Maps, lists, Strings, numbers, flags and null; lines end with {@code \n}. */
    static String of(Map<String, ?> map) {
        YamlText yaml = new YamlText();
        yaml.map(map, "", "");
        return yaml.text.toString();
    }

    /** A list whose entries begin with {@code - } at the line's beginning. */
    static String of(List<?> list) {
        YamlText yaml = new YamlText();
        yaml.list(list, "");
        return yaml.text.toString();
    }

    /** @param first what stands before the first key; {@code indent}: before the others */
    private void map(Map<?, ?> map, String first, String indent) {
        String begin = first;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(begin).append(scalar(entry.getKey())).append(':');
            value(entry.getValue(), indent);
            begin = indent;
        }
    }

    private void list(List<?> list, String indent) {
        for (Object item : list) {
            if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                map(map, indent + "- ", indent + "  ");
            } else if (isBlock(item)) {
                text.append(indent).append("-\n");
                list((List<?>) item, indent + "  ");
            } else {
                text.append(indent).append("- ").append(inline(item)).append('\n');
            }
        }
    }

    /** After {@code KEY:} or {@code -}. */
    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            text.append('\n');
            map(map, indent + "  ", indent + "  ");
        } else if (isBlock(value)) {
            text.append('\n');
            list((List<?>) value, indent + "  ");
        } else {
            text.append(' ').append(inline(value)).append('\n');
        }
    }

    /** A list that does not fit on a line. */
    private static boolean isBlock(Object value) {
        return value instanceof List<?> list && !list.isEmpty()
                && (list.stream().anyMatch(item -> item instanceof Map || item instanceof List)
                        || inline(list).length() > WIDTH);
    }

    private static String inline(Object value) {
        if (value instanceof Map) {
            return "{}";
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(YamlText::scalar).toList()) + "]";
        }
        return scalar(value);
    }

    private static String scalar(Object value) {
        return value instanceof String text && !isPlain(text) ? quoted(text) : String.valueOf(value);
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !text.endsWith(" ") && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** In double quotes; what is not printable becomes {@code \\uXXXX}. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (isPrintable(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(int c) {
        boolean lineEnd = c == 0x85 || c == 0x2028 || c == 0x2029;
        boolean noCharacter = c >= 0xd800 && c <= 0xdfff || c == 0xfffe || c == 0xffff;
        return c >= 0x20 && (c < 0x7f || c >= 0xa0) && !lineEnd && !noCharacter && c != 0xfeff;
    }
}
