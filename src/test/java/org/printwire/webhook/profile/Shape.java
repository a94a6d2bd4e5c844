package org.printwire.webhook.profile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.printwire.json.Json;

/** What a value has to look like. A text's length is in characters of Unicode. */
@FunctionalInterface
public interface Shape {

    Shape ANY = (value, at, wrong) -> {};
    Shape OBJECT = that("an object", value -> value instanceof Map);
    Shape FLAG = that("true or false", value -> value instanceof Boolean);
    Shape NUMBER = that("a number", value -> value instanceof Number);
    Shape TEXT = that("a text", value -> value instanceof String);

    /** Adds what is wrong with the value that stands there. */
    void check(Object value, String at, List<String> wrong);

    static Shape that(String what, Predicate<Object> good) {
        return (value, at, wrong) -> {
            if (!good.test(value)) {
                wrong.add(at + " is not " + what + ": " + shown(value));
            }
        };
    }

    static Shape text(int least, int most) {
        return that("a text of " + least + " to " + most + " characters", value -> value instanceof String text
                && text.codePointCount(0, text.length()) >= least && text.codePointCount(0, text.length()) <= most);
    }

    static Shape text(String pattern) {
        return that("a text like " + pattern, value -> value instanceof String text && text.matches(pattern));
    }

    static Shape is(Object expected) {
        return that("'" + expected + "'", expected::equals);
    }

    static Shape whole(long least, long most) {
        return that("a whole number from " + least + " to " + most, value -> (value instanceof Integer
                || value instanceof Long) && ((Number) value).longValue() >= least && ((Number) value).longValue() <= most);
    }

    static Shape list(int least, int most, Shape item) {
        return (value, at, wrong) -> {
            if (!(value instanceof List<?> list) || list.size() < least || list.size() > most) {
                wrong.add(at + " is not a list of " + least + " to " + most + ": " + shown(value));
                return;
            }
            for (int i = 0; i < list.size(); i++) {
                item.check(list.get(i), at + "[" + i + "]", wrong);
            }
        };
    }

    static Shape orNull(Shape other) {
        return (value, at, wrong) -> {
            if (value != null) {
                other.check(value, at, wrong);
            }
        };
    }

    /** A text that is a JSON object. */
    static Shape json(Shape object) {
        return (value, at, wrong) -> {
            try {
                object.check(Json.parseObject(String.valueOf(value)), at, wrong);
            } catch (IllegalArgumentException e) {
                wrong.add(at + " is " + e.getMessage());
            }
        };
    }

    default Shape and(Shape other) {
        return (value, at, wrong) -> {
            check(value, at, wrong);
            other.check(value, at, wrong);
        };
    }

    /** An object with these keys and no others. */
    static Fields fields() {
        return new Fields();
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }

    final class Fields implements Shape {

        private final Map<String, Shape> shapes = new LinkedHashMap<>();
        private final Set<String> required = new LinkedHashSet<>();
        private String more;

        Fields must(String key, Shape shape) {
            required.add(key);
            return may(key, shape);
        }

        Fields may(String key, Shape shape) {
            shapes.put(key, shape);
            return this;
        }

        Fields may(Shape shape, String... keys) {
            for (String key : keys) {
                may(key, shape);
            }
            return this;
        }

        /** Other keys may be there if they look like this. */
        Fields more(String pattern) {
            more = pattern;
            return this;
        }

        @Override
        public void check(Object value, String at, List<String> wrong) {
            if (!(value instanceof Map<?, ?> map)) {
                wrong.add(at + " is not an object: " + shown(value));
                return;
            }
            String before = at.isEmpty() ? "" : at + ".";
            required.stream().filter(key -> !map.containsKey(key)).forEach(key -> wrong.add(before + key + " is missing"));
            map.forEach((key, inner) -> {
                Shape shape = shapes.get(String.valueOf(key));
                if (shape != null) {
                    shape.check(inner, before + key, wrong);
                } else if (more == null || !String.valueOf(key).matches(more)) {
                    wrong.add(before + key + " is not known");
                }
            });
        }
    }
}
