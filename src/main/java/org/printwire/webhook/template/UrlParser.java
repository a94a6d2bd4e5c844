package org.printwire.webhook.template;

import java.util.ArrayList;
import java.util.List;
import org.printwire.webhook.template.Piece.Literal;
import org.printwire.webhook.template.Piece.Parameter;
import org.printwire.webhook.template.TemplateParser.Named;
import org.printwire.webhook.template.UrlTemplate.Part;
import org.printwire.webhook.template.UrlTemplate.Place;

/**
 * Cuts a web address into pieces. Before the path, names are read by {@link Rules#PLAIN} always: by the plugin's, none
 * could stand there.
 */
final class UrlParser {

    /** The plugin lets a name swallow {@code &}, so that all parameters but the first get lost: nobody relies on it. */
    private static final String STOPS = "/?#& ";

    private final TemplateEngine engine;
    private final TemplateParser before;
    private final TemplateParser behind;
    private final List<Part> parts = new ArrayList<>();

    UrlParser(TemplateEngine engine) {
        this.engine = engine;
        this.before = new TemplateParser(new TemplateEngine(Rules.PLAIN, engine.zone()), STOPS);
        this.behind = new TemplateParser(engine, STOPS);
    }

    UrlTemplate template(String url) {
        int scheme = url.indexOf("://");
        int rest = 0;
        Named first = url.startsWith("@") ? behind.named(url, 0) : null;
        if (first != null) {
            add(first.parameter(), Place.BEGINNING);
            rest = first.end();
        } else if (scheme >= 0 && scheme < end(url, 0, "/?#")) {
            rest = end(url, scheme + 3, "/?#\\");
            add(url.substring(0, scheme + 3));
            authority(url.substring(scheme + 3, rest));
        }
        int query = end(url, rest, "?#");
        add(behind.pieces(url.substring(rest, query)), Place.PATH);
        add(behind.pieces(url.substring(query)), Place.ELSEWHERE);
        List<String> problems = new ArrayList<>(before.problems());
        problems.addAll(behind.problems());
        return new UrlTemplate(parts, engine.rules(), problems);
    }

    private void authority(String text) {
        int separator = separator(text);
        if (separator >= 0) {
            userInfo(text.substring(0, separator));
            add("@");
        }
        add(before.pieces(text.substring(separator + 1)), Place.ELSEWHERE);
    }

    /**
     * The {@code @} behind the user info, -1 if there is none: the last one that is not doubled, unless it begins a name
     * that is the host ({@code https://@extra.host}) or a part of it ({@code https://hooks.@extra.domain}).
     */
    private static int separator(String text) {
        int last = -1;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (text.startsWith("@@", at)) {
                at++;
            } else {
                last = at;
            }
        }
        boolean hostName = last <= 0 || text.lastIndexOf(':', last) < 0 && ".-".indexOf(text.charAt(last - 1)) >= 0;
        return hostName ? -1 : last;
    }

    /** A name may be the user or the password, not a part of it: passwords have an {@code @} in them, too. */
    private void userInfo(String text) {
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            boolean begins = at == 0 || text.charAt(at - 1) == ':';
            Named named = begins && text.charAt(at) == '@' && !text.startsWith("@@", at) ? before.named(text, at) : null;
            if (named != null) {
                add(literal.toString());
                literal.setLength(0);
                add(named.parameter(), Place.ELSEWHERE);
                at = named.end();
            } else if (text.charAt(at) == '@') {
                literal.append("%40");
                at += text.startsWith("@@", at) ? 2 : 1;
            } else {
                literal.append(text.charAt(at++));
            }
        }
        add(literal.toString());
    }

    private void add(List<Piece> pieces, Place place) {
        pieces.forEach(piece -> add(piece, place));
    }

    private void add(Piece piece, Place place) {
        boolean encoded = piece instanceof Parameter parameter && !parameter.filters().isEmpty()
                && parameter.filters().get(parameter.filters().size() - 1) == Filters.URL;
        parts.add(new Part(piece, place, encoded));
    }

    private void add(String literal) {
        add(new Literal(literal), Place.ELSEWHERE);
    }

    /** Where the first of these characters stands, or the end. */
    private static int end(String text, int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
