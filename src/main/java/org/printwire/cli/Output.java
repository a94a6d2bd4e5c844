package org.printwire.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes: results to {@code out}, messages for people to {@code err}.
 *
 * @param terminal somebody looks at {@code out} on a terminal, so a line can be redrawn
 * @param colors   the terminal may be coloured: it is one, and the user has not set NO_COLOR (no-color.org)
 */
public record Output(PrintStream out, PrintStream err, boolean terminal, boolean colors) {

    /**
     * The process's own streams, in UTF-8 whatever the locale. Whether standard output is a terminal the launcher
     * tells ({@code -Dprintwire.terminal}: a shell sees it for nothing); a JVM started by hand knows only whether both
     * input and output are.
     */
    public static Output ofProcess(Map<String, String> environment) {
        String told = System.getProperty("printwire.terminal");
        boolean terminal = (told == null ? System.console() != null : told.equals("true"))
                && !"dumb".equals(environment.get("TERM"));
        boolean colors = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Output(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                terminal,
                colors);
    }

    /** A line of the result. */
    public void line(String text) {
        out.println(text);
    }

    /** A line for people that is no result. */
    public void say(String text) {
        err.println("printwire: " + text);
    }
}
