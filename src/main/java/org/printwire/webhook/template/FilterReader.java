package org.printwire.webhook.template;

import java.time.ZoneId;
import java.util.List;

/** Reads the filters behind a name, one after the other. */
final class FilterReader {

    private final String text;
    private final ZoneId zone;
    private final List<String> problems;
    private int end;
    private Filter filter;

    /** @param from where the name has ended */
    FilterReader(String text, int from, ZoneId zone, List<String> problems) {
        this.text = text;
        this.end = from;
        this.zone = zone;
        this.problems = problems;
    }

    /** Reads one, if there is one. */
    boolean next() {
        int word = end + 1;
        int stop = word;
        while (stop < text.length() && letter(text.charAt(stop))) {
            stop++;
        }
        if (!text.startsWith("|", end) || stop == word) {
            return false;
        }
        String name = text.substring(word, stop);
        end = stop;
        String argument = Filters.takesArgument(name) && text.startsWith(":", stop) ? argument(stop + 1) : null;
        filter = Filters.of(name, argument, zone, problems);
        return true;
    }

    Filter filter() {
        return filter;
    }

    /** Where the text goes on. */
    int end() {
        return end;
    }

    /** A word, or anything within single quotes; null: a colon and nothing behind it, which belongs to the text. */
    private String argument(int from) {
        int quote = text.startsWith("'", from) ? text.indexOf('\'', from + 1) : -1;
        if (quote >= 0) {
            end = quote + 1;
            return text.substring(from + 1, quote);
        }
        int stop = Names.end(text, from);
        if (stop == from) {
            return null;
        }
        end = stop;
        return text.substring(from, stop);
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
