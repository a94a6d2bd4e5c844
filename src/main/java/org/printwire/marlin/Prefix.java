package org.printwire.marlin;

/** The beginning of a line that tells its kind, in any case of letters. */
record Prefix(String letters) {

    static final Prefix ECHO = new Prefix("echo:");

    boolean begins(String text) {
        return text.regionMatches(true, 0, letters, 0, letters.length());
    }

    /** What follows the prefix, without blanks around; the text itself if it has another beginning. */
    String cutFrom(String text) {
        return begins(text) ? text.substring(letters.length()).strip() : text;
    }
}
