package org.printwire.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.printwire.config.ConfigEdit;
import org.printwire.config.ConfigException;
import org.printwire.config.Imported;
import org.printwire.config.OctoPrintImport;
import org.printwire.config.UserFile;
import org.printwire.config.WebhookSection;
import org.printwire.config.WebhookYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code printwire webhook import}: takes the webhooks over from OctoPrint. */
@Command(
        name = "import",
        description = {
            "Takes the webhooks of the OctoPrint-Webhooks plugin over into the configuration, from OctoPrint's config.yaml"
                    + " (plugins.webhooks.hooks, every version) or from a template file of the plugin.",
            "They send what they sent there, byte for byte (compat: octoprint). What cannot be carried over is told."
        },
        footer = {
            "",
            "Examples:",
            "  printwire webhook import ~/.octoprint/config.yaml",
            "  printwire webhook import --print config.yaml      shows the entries and changes nothing"
        })
final class WebhookImport implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "OctoPrint's config.yaml, or a template of the plugin.")
    private Path file;

    @Option(names = "--print", description = "Write the entries to standard output, secrets and all, and change nothing.")
    private boolean print;

    @Mixin
    private ConfigOption config;

    WebhookImport(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws ConfigException {
        Set<String> taken = print ? Set.of() : config.existing(surroundings).webhooks().stream()
                .map(WebhookSection::id).collect(Collectors.toSet());
        Imported imported = OctoPrintImport.read(UserFile.text(file), file.toString(), taken);
        imported.notes().forEach(surroundings.output()::say);
        if (print) {
            surroundings.output().out().print(WebhookYaml.text(imported.webhooks()));
            return ExitCode.DONE.number();
        }
        if (!imported.webhooks().isEmpty()) {
            Path target = config.target(surroundings);
            ConfigEdit.add(target, imported.webhooks(), surroundings.environment());
            imported.webhooks().forEach(webhook -> surroundings.output().line("webhook " + webhook.get("id")
                    + " added to " + target + "; try it: printwire webhook test " + webhook.get("id")));
        }
        return ExitCode.DONE.number();
    }
}
