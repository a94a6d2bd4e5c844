package org.printwire.cli;

import picocli.CommandLine.Option;

/** {@code --limit} of the commands that list. */
final class ListLimit {

    @Option(names = {"-n", "--limit"}, paramLabel = "N", defaultValue = "50",
            description = "At most so many in the list (default: ${DEFAULT-VALUE}).")
    private int limit;

    int most() throws CommandFailure {
        if (limit < 1) {
            throw new CommandFailure(ExitCode.BAD_USAGE, "--limit must be 1 or more, not " + limit);
        }
        return limit;
    }
}
