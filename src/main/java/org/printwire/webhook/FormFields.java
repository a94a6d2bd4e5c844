package org.printwire.webhook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.printwire.webhook.template.Rules;
import org.printwire.webhook.template.UrlEncoding;

/** Data as names with one text each, in order. Maps become JSON; what is null is left out. */
record FormFields(List<Field> fields) {

    record Field(String name, String value) {}

    /** For a body: lists become JSON, too. What is no map gives no fields. */
    static FormFields of(Object data, Rules rules) {
        return of(data, rules, false);
    }

    /** For a query: a list becomes its name again and again. */
    static FormFields repeating(Object data, Rules rules) {
        return of(data, rules, true);
    }

    private static FormFields of(Object data, Rules rules, boolean repeating) {
        List<Field> fields = new ArrayList<>();
        if (data instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                Collection<?> values = repeating && value instanceof Collection<?> list ? list : one(value);
                values.stream().filter(each -> each != null)
                        .forEach(each -> fields.add(new Field(String.valueOf(name), rules.field(each))));
            });
        }
        return new FormFields(fields);
    }

    private static List<?> one(Object value) {
        return value == null ? List.of() : List.of(value);
    }

    /** As application/x-www-form-urlencoded. */
    String encoded() {
        return fields.stream().map(field -> UrlEncoding.form(field.name()) + "=" + UrlEncoding.form(field.value()))
                .collect(Collectors.joining("&"));
    }

    /** Behind the query that the address has, before its fragment. */
    String appendedTo(String url) {
        if (fields.isEmpty()) {
            return url;
        }
        int fragment = url.indexOf('#');
        String page = fragment < 0 ? url : url.substring(0, fragment);
        String between = page.indexOf('?') < 0 ? "?" : page.endsWith("?") || page.endsWith("&") ? "" : "&";
        return page + between + encoded() + (fragment < 0 ? "" : url.substring(fragment));
    }
}
