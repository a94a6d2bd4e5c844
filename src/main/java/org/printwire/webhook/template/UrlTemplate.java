package org.printwire.webhook.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.printwire.webhook.template.Piece.Literal;
import org.printwire.webhook.template.Piece.Parameter;

/**
 * A compiled web address. Values in it are percent-encoded (but for a {@code :} in the path), so none of them adds a
 * path segment, a query or another host; one that would climb the path ({@code .} or {@code ..}) is left out. A value
 * that the address begins with is the exception: it is put in as it is, for only a whole address, or the beginning of
 * one, makes sense there ({@code @instance_url/services/data}).
 *
 * <p>An {@code @} that ends user info ({@code https://user:password@host}) stays, and so does one within the password;
 * user and password may be a name each ({@code https://user:@apiSecret@host}).
 */
public final class UrlTemplate {

    private final List<Part> parts;
    private final Rules rules;
    private final List<String> problems;

    UrlTemplate(List<Part> parts, Rules rules, List<String> problems) {
        this.parts = List.copyOf(parts);
        this.rules = rules;
        this.problems = List.copyOf(problems);
    }

    /** The address. It may be a secret, and need not be a valid one. */
    public String text(Map<String, ?> values) {
        StringBuilder url = new StringBuilder();
        for (Part part : parts) {
            if (part.piece() instanceof Literal literal) {
                url.append(literal.text());
            } else {
                url.append(part.place().encode(rules.field(((Parameter) part.piece()).value(values)), part.encoded()));
            }
        }
        return url.toString();
    }

    /** The first parts of all names in it. */
    public Set<String> names() {
        return Template.names(parts.stream().map(Part::piece).toList());
    }

    /** What is wrong with it, for people. */
    public List<String> problems() {
        return problems;
    }

    /** @param encoded the filter url has been there */
    record Part(Piece piece, Place place, boolean encoded) {}

    enum Place {
        BEGINNING, PATH, ELSEWHERE;

        String encode(String text, boolean encoded) {
            if (this == PATH && (text.equals(".") || text.equals(".."))) {
                return "";
            }
            if (encoded || this == BEGINNING) {
                return text;
            }
            return this == PATH ? UrlEncoding.segment(text) : UrlEncoding.component(text);
        }
    }
}
