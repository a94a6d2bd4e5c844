package org.printwire.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Nearest {

    private Nearest() {}

    /** The nearest of the names, if it is near enough to be worth saying. Upper and lower case do not count. */
    static Optional<String> to(String written, Collection<String> names) {
        String word = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> distance(word, name.toLowerCase(Locale.ROOT)) <= reach(word))
                .min(Comparator.comparingInt(name -> distance(word, name.toLowerCase(Locale.ROOT))));
    }

    /** {@code write NAME}, or {@code write one of ...} where no name is near. */
    static String advice(String written, Collection<String> names) {
        return to(written, names).map(name -> "write " + name)
                .orElse("write one of " + String.join(", ", names));
    }

    private static int reach(String word) {
        return word.length() < 4 ? 1 : Math.max(2, word.length() / 3);
    }

    /** How many characters must be put in, taken out or replaced (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
