package org.printwire.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code printwire completion}: the Tab completion script, made from the commands themselves. */
@Command(
        name = "completion",
        description = "Prints the script that lets Tab complete commands and options in bash and zsh.",
        footer = {"", "Example:", "  printwire completion > ~/.local/share/bash-completion/completions/printwire"})
final class Completion implements Callable<Integer> {

    private final Output output;

    @Spec
    private CommandSpec spec;

    Completion(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        output.out().print(AutoComplete.bash("printwire", spec.root().commandLine()));
        return ExitCode.DONE.number();
    }
}
