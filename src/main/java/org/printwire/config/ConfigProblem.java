package org.printwire.config;

/**
 * One thing that is wrong in a file of the user's. Never holds the text of a secret.
 *
 * @param file  as the user would name it
 * @param line  from 1; 0: no line of its own
 * @param where the key, as in {@code webhooks[0].url}; empty: the file as a whole
 * @param what  what is wrong
 * @param fix   what to write instead, as in {@code write baud: 115200}; empty: nothing sensible can be said
 */
public record ConfigProblem(String file, int line, String where, String what, String fix) {

    /** One line: {@code config.yaml:12: webhooks[0].url: is missing; write url: https://HOST/PATH}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "")
                + ": " + (where.isEmpty() ? "" : where + ": ")
                + what + (fix.isEmpty() ? "" : "; " + fix);
    }
}
