package org.printwire.webhook.template;

import java.util.ArrayList;
import java.util.List;
import org.printwire.webhook.template.Piece.Literal;
import org.printwire.webhook.template.Piece.Parameter;

/** Cuts a text into pieces. One parser may read several texts; it collects their problems. */
final class TemplateParser {

    private final TemplateEngine engine;
    private final String stops;
    private final List<String> problems = new ArrayList<>();

    /** @param stops the characters that end a name, under {@link Rules#OCTOPRINT} */
    TemplateParser(TemplateEngine engine, String stops) {
        this.engine = engine;
        this.stops = stops;
    }

    Template template(String text) {
        return new Template(pieces(text), engine.rules(), problems);
    }

    List<String> problems() {
        return problems;
    }

    List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int sign = text.indexOf('@', at);
            literal.append(text, at, sign < 0 ? text.length() : sign);
            if (sign < 0) {
                break;
            }
            Named named = named(text, sign);
            if (named != null) {
                flush(literal, pieces);
                pieces.add(named.parameter());
                at = named.end();
            } else {
                literal.append('@');
                at = sign + (text.startsWith("@@", sign) ? 2 : 1);
            }
        }
        if (pieces.isEmpty()) {
            return List.of(new Literal(literal.toString()));
        }
        flush(literal, pieces);
        return pieces;
    }

    /** The parameter whose sign is there; null: it is a sign and nothing else. */
    Named named(String text, int sign) {
        boolean plain = engine.rules() == Rules.PLAIN;
        int end = plain ? Names.end(text, sign + 1) : stop(text, sign + 1);
        if (plain && end == sign + 1) {
            return null;
        }
        List<String> path = List.of(text.substring(sign + 1, end).split("\\.", -1));
        List<Filter> filters = new ArrayList<>();
        if (plain) {
            FilterReader reader = new FilterReader(text, end, engine.zone(), problems);
            while (reader.next()) {
                filters.add(reader.filter());
            }
            end = reader.end();
        }
        return new Named(new Parameter(path, plain, List.copyOf(filters)), end);
    }

    private int stop(String text, int from) {
        int at = from;
        while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static void flush(StringBuilder literal, List<Piece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** @param end where the text goes on */
    record Named(Parameter parameter, int end) {}
}
