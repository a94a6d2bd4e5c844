package org.printwire.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.printwire.config.ConfigException;
import org.printwire.config.ConfigLoader;
import org.printwire.config.ConfigPath;
import org.printwire.config.Configuration;
import org.printwire.config.WebhookSection;
import org.printwire.webhook.Webhook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code printwire config check}: everything that is wrong with the configuration, at once. */
@Command(
        name = "check",
        description = "Tells every problem of the configuration with its line, and what to write instead.",
        footer = {"", "Example:", "  printwire config check --config garage.yaml"})
final class ConfigCheck implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigOption config;

    ConfigCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws ConfigException {
        Map<String, String> environment = surroundings.environment();
        Optional<Path> file = ConfigPath.find(config.file(), environment);
        if (file.isEmpty()) {
            surroundings.output().line("there is no " + ConfigPath.standard(environment)
                    + ", so the defaults hold; printwire config init writes one");
            return ExitCode.DONE.number();
        }
        Configuration found = ConfigLoader.load(file.get(), environment);
        for (WebhookSection webhook : found.webhooks()) {
            Webhook.of(webhook, RootCommand.version()).problems().forEach(problem ->
                    surroundings.output().say("webhook " + webhook.id() + ": " + problem));
        }
        surroundings.output().line(file.get() + ": fine: " + PlainText.count(found.webhooks().size(), "webhook") + ", "
                + PlainText.count(found.cameras().size(), "camera"));
        return ExitCode.DONE.number();
    }
}
