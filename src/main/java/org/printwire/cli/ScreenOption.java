package org.printwire.cli;

import java.time.ZoneId;
import picocli.CommandLine.Option;

/** {@code --json} and {@code --quiet}: what is shown of a print while it runs. */
final class ScreenOption {

    @Option(names = "--json", description = "One event an object a line on standard output.")
    private boolean json;

    @Option(names = {"-q", "--quiet"}, description = "Show only the start, problems and the end.")
    private boolean quiet;

    PrintScreen open(Output output) {
        return new PrintScreen(output, json, quiet, ZoneId.systemDefault());
    }
}
