package org.printwire.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code printwire webhook}: holds its commands together. */
@Command(
        name = "webhook",
        description = "Adds, tries and imports webhooks, and shows and repeats what was sent.",
        footer = {
            "",
            "Examples:",
            "  printwire webhook add slack --url https://hooks.slack.com/services/...",
            "  printwire webhook test slack",
            "  printwire webhook deliveries --dead"
        })
final class Webhooks implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "say list, add, import, test, deliveries, show, replay, flush, purge or enable");
    }
}
