package org.printwire.webhook.template;

import java.util.List;
import java.util.Map;

/** A stretch of a template. */
sealed interface Piece {

    /** Text that stays as it is. */
    record Literal(String text) implements Piece {}

    /**
     * A name with its filters.
     *
     * @param path    the name's parts, at least one
     * @param indexes numbers lead into lists
     */
    record Parameter(List<String> path, boolean indexes, List<Filter> filters) implements Piece {

        private static final int MOST_DIGITS = 9;

        /** Of any JSON-like type; an empty text where the name leads nowhere. */
        Object value(Map<String, ?> values) {
            Object value = walk(values);
            for (int i = 0; i < filters.size(); i++) {
                value = filters.get(i).apply(value);
            }
            return value;
        }

        private Object walk(Object from) {
            Object at = from;
            for (int i = 0; i < path.size(); i++) {
                String step = path.get(i);
                if (at instanceof Map<?, ?> map) {
                    at = map.get(step);
                    if (at == null && !map.containsKey(step)) {
                        return "";
                    }
                } else if (indexes && at instanceof List<?> list) {
                    int index = index(step);
                    if (index < 0 || index >= list.size()) {
                        return "";
                    }
                    at = list.get(index);
                } else {
                    return "";
                }
            }
            return at;
        }

        private static int index(String step) {
            boolean number = step.length() <= MOST_DIGITS && step.chars().allMatch(c -> c >= '0' && c <= '9');
            return number ? Integer.parseInt(step) : -1;
        }
    }
}
