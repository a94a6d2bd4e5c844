package org.printwire.webhook;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.printwire.webhook.template.Rules;

/**
 * The plugin's rule for Content-Type: a header whose name contains {@code content-type} keeps its value if that
 * contains the media type that the body has, and is given the bare media type otherwise. X-Content-Type-Options, which
 * has nothing to do with it, is left alone. Ours lets JSON have a media type of its own as well, one that ends in
 * {@code +json} (RFC 6839).
 */
final class ContentTypeRule {

    private static final String JSON = "application/json";
    private static final Pattern OWN_JSON = Pattern.compile("\\s*[^\\s/;]+/[^\\s/;]+\\+json\\s*(;.*)?",
            Pattern.CASE_INSENSITIVE);

    private ContentTypeRule() {}

    /** {@link #take} for a body of JSON. */
    static String takeJson(Map<String, String> headers, Rules rules) {
        if (rules == Rules.OCTOPRINT) {
            return take(headers, JSON);
        }
        return take(headers, JSON, value -> contains(value, JSON) || OWN_JSON.matcher(value).matches());
    }

    /**
     * The content type for the body. The header itself is taken out of the headers; those that only contain its name
     * stay, with the value that the rule gives them.
     */
    static String take(Map<String, String> headers, String wanted) {
        return take(headers, wanted, value -> contains(value, wanted));
    }

    private static String take(Map<String, String> headers, String wanted, Predicate<String> stays) {
        headers.replaceAll((name, value) -> concerns(name) && !stays.test(value) ? wanted : value);
        return takeAny(headers).orElse(wanted);
    }

    /** The Content-Type that is configured, whatever it is; it is taken out of the headers. */
    static Optional<String> takeAny(Map<String, String> headers) {
        Optional<String> found = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(Map.Entry::getValue).reduce((first, last) -> last);
        headers.keySet().removeIf("Content-Type"::equalsIgnoreCase);
        return found;
    }

    /** For multipart, which needs a boundary: nothing that is configured holds. */
    static void removeAll(Map<String, String> headers) {
        headers.keySet().removeIf(ContentTypeRule::concerns);
    }

    private static boolean concerns(String name) {
        return contains(name, "content-type") && !name.equalsIgnoreCase("X-Content-Type-Options");
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part);
    }
}
