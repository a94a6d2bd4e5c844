package org.printwire.cli;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.printwire.app.PostOffice;
import org.printwire.config.ConfigException;
import org.printwire.config.Configuration;
import org.printwire.config.WebhookSection;
import org.printwire.store.SqliteOutbox;
import org.printwire.store.WebhookStatistics;
import org.printwire.webhook.DeliveryReport;
import org.printwire.webhook.OutboxException;
import org.printwire.webhook.Situation;
import org.printwire.webhook.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code printwire webhook flush}: sends what an earlier print has left. */
@Command(
        name = "flush",
        description = {
            "Sends the messages that wait, those that were put off at once, and says what is left.",
            "While a print runs it sends them itself."
        },
        footer = {"", "Example:", "  printwire webhook flush --wait 300"})
final class WebhookFlush implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "60",
            description = "Give up after so long; what is left stays (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataDir dataDir;

    WebhookFlush(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws ConfigException, CommandFailure {
        if (seconds < 0) {
            throw new CommandFailure(ExitCode.BAD_USAGE, "--wait must be 0 or more, not " + seconds);
        }
        Configuration configuration = config.load(surroundings);
        boolean all = configuration.webhooks().stream().anyMatch(WebhookSection::enabled) ? send(configuration) : nobody();
        boolean strays = strays(configuration);
        if (all && !strays) {
            surroundings.output().line("nothing waits");
        } else if (!all) {
            surroundings.output().line("the rest waits for the next print or flush");
        }
        return (all && !strays ? ExitCode.DONE : ExitCode.NOT_DELIVERED).number();
    }

    private boolean nobody() {
        surroundings.output().say("no webhook is configured or switched on");
        return true;
    }

    /** Nothing is left for those that are switched on. */
    private boolean send(Configuration configuration) throws CommandFailure {
        checkDisk(configuration);
        Tally tally = new Tally();
        PostOffice.Plan plan = new PostOffice.Plan(surroundings.time(), surroundings.threads(), configuration,
                dataDir.path(surroundings), RootCommand.version(), report -> heard(report, tally),
                surroundings.output()::say);
        try (PostOffice office = PostOffice.open(plan, Situation.NONE).orElseThrow()) {
            Map<String, Integer> waiting = office.finish(Duration.ofSeconds(seconds));
            tally.lines(waiting).forEach(surroundings.output()::line);
            return waiting.values().stream().allMatch(left -> left == 0);
        } catch (OutboxException e) {
            throw new CommandFailure(ExitCode.NOT_DELIVERED, e.getMessage());
        }
    }

    /** A print goes on without a disk; here an outbox that cannot be read must not pass for an empty one. */
    private void checkDisk(Configuration configuration) throws CommandFailure {
        try {
            SqliteOutbox.open(dataDir.path(surroundings), configuration.storage(), surroundings.output()::say).close();
        } catch (OutboxException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, e.getMessage());
        }
    }

    /** Tells what waits for webhooks that nothing is sent to any more. */
    private boolean strays(Configuration configuration) throws CommandFailure {
        Map<String, WebhookStatistics> strays =
                new TreeMap<>(Deliveries.statistics(dataDir.path(surroundings), null));
        configuration.webhooks().stream().filter(WebhookSection::enabled).map(WebhookSection::id).forEach(strays::remove);
        strays.values().removeIf(numbers -> numbers.waiting() == 0);
        strays.forEach((id, numbers) -> surroundings.output().line(PlainText.harmless("webhook " + id + ": "
                + numbers.waiting() + " waiting, but it is not in the configuration or switched off; to forget them:"
                + " printwire webhook purge --waiting --webhook " + id)));
        return !strays.isEmpty();
    }

    private void heard(DeliveryReport report, Tally tally) {
        tally.on(report);
        surroundings.output().line(report.sentence());
    }
}
