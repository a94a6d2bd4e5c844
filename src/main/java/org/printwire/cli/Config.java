package org.printwire.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code printwire config}: holds init, check and show together. */
@Command(
        name = "config",
        description = "Writes, checks and shows the configuration.",
        footer = {"", "Examples:", "  printwire config init", "  printwire config check"})
final class Config implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say init, check or show");
    }
}
