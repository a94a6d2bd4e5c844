package org.printwire.config;

import java.util.List;
import java.util.stream.Collectors;

/** A file of the user's cannot be used. The message has one line a problem and no secret. */
public final class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    public ConfigException(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All of them, in the order of the file; at least one. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
