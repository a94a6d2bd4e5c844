package org.printwire.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in one file, so that the user hears of everything at once. */
final class Problems {

    private final String file;
    private final List<ConfigProblem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String where, String what, String fix) {
        found.add(new ConfigProblem(file, line, where, what, fix));
    }

    /** In the order in which they were found. */
    List<ConfigProblem> found() {
        return List.copyOf(found);
    }

    /** @throws ConfigException if there is any, in the order of the lines */
    void raise() throws ConfigException {
        if (!found.isEmpty()) {
            throw new ConfigException(
                    found.stream().sorted(Comparator.comparingInt(ConfigProblem::line)).toList());
        }
    }
}
