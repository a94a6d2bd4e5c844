package org.printwire.webhook.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.printwire.webhook.template.Piece.Literal;
import org.printwire.webhook.template.Piece.Parameter;

/** A compiled text. */
public final class Template {

    private final List<Piece> pieces;
    private final Rules rules;
    private final List<String> problems;

    Template(List<Piece> pieces, Rules rules, List<String> problems) {
        this.pieces = List.copyOf(pieces);
        this.rules = rules;
        this.problems = List.copyOf(problems);
    }

    /** The value itself, of its own type, where the text is one name and nothing else; otherwise {@link #text}. */
    public Object value(Map<String, ?> values) {
        return pieces.size() == 1 && pieces.get(0) instanceof Parameter whole ? whole.value(values) : text(values);
    }

    /** Values put into the text. */
    public String text(Map<String, ?> values) {
        if (pieces.size() == 1) {
            return part(pieces.get(0), values);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            text.append(part(pieces.get(i), values));
        }
        return text.toString();
    }

    private String part(Piece piece, Map<String, ?> values) {
        return piece instanceof Literal literal ? literal.text() : rules.text(((Parameter) piece).value(values));
    }

    /** Nothing in it is expanded. */
    boolean fixed() {
        return pieces.stream().allMatch(Literal.class::isInstance);
    }

    /** The first parts of all names in it: which values an expansion may ask for. */
    public Set<String> names() {
        return names(pieces);
    }

    /** What is wrong with it, for people; empty: nothing. It can be expanded all the same. */
    public List<String> problems() {
        return problems;
    }

    static Set<String> names(List<? extends Piece> pieces) {
        Set<String> names = new LinkedHashSet<>();
        for (Piece piece : pieces) {
            if (piece instanceof Parameter parameter) {
                names.add(parameter.path().get(0));
            }
        }
        return Collections.unmodifiableSet(names);
    }

    /** Without its text, which may hold what somebody wrote there in clear. */
    @Override
    public String toString() {
        return "Template" + new ArrayList<>(names());
    }
}
