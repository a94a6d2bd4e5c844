package org.printwire.marlin;

/** How many characters of a text must be changed, added or left out to make it another: the edit distance. */
final class Likeness {

    private Likeness() {}

    /** True if the two differ by no more than {@code edits}. Cheap when the lengths tell already. */
    static boolean within(int edits, String one, String other) {
        return Math.abs(one.length() - other.length()) <= edits && distance(one, other) <= edits;
    }

    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[row.length - 1];
    }
}
