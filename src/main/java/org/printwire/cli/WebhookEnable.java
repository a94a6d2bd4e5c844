package org.printwire.cli;

import java.util.concurrent.Callable;
import org.printwire.config.ConfigException;
import org.printwire.config.Configuration;
import org.printwire.store.SqliteOutbox;
import org.printwire.webhook.OutboxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code printwire webhook enable}: forgets that a receiver was gone. */
@Command(
        name = "enable",
        description = "Sends again to a webhook that was switched off because its receiver said that it is gone (410).",
        footer = {"", "Example:", "  printwire webhook enable slack"})
final class WebhookEnable implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", description = "The webhook's id.")
    private String id;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataDir dataDir;

    WebhookEnable(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws ConfigException, CommandFailure {
        Configuration configuration = config.load(surroundings);
        if (configuration.webhooks().stream().noneMatch(each -> each.id().equals(id))) {
            throw new CommandFailure(ExitCode.BAD_USAGE, "there is no webhook '" + id + "' in the configuration");
        }
        try (SqliteOutbox outbox = SqliteOutbox.open(dataDir.path(surroundings), configuration.storage(),
                surroundings.output()::say)) {
            outbox.enable(id);
        } catch (OutboxException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, e.getMessage());
        }
        surroundings.output().line("webhook " + id + " is sent to again; what was given up meanwhile: printwire webhook"
                + " replay --dead --webhook " + id);
        return ExitCode.DONE.number();
    }
}
