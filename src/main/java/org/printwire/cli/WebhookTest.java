package org.printwire.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.printwire.app.TestBench;
import org.printwire.config.ConfigException;
import org.printwire.config.Configuration;
import org.printwire.config.WebhookSection;
import org.printwire.webhook.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code printwire webhook test}: sends what a real event would send, and tells all about it. */
@Command(
        name = "test",
        description = {
            "Sends a message as a print would send it, with a made-up print's figures, and shows request and answer with the"
                    + " secrets covered, and what is wrong.",
            "The token, the picture and the receiver are the real ones. It is sent once and not kept."
        },
        footer = {
            "",
            "Examples:",
            "  printwire webhook test slack",
            "  printwire webhook test slack --event PrintProgress --dry-run",
            "  printwire webhook test slack --all"
        })
final class WebhookTest implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", description = "The webhook's id.")
    private String id;

    @Option(names = "--event", paramLabel = "NAME",
            description = "As in events:, or a custom event (default: PrintStarted).")
    private String event;

    @Option(names = "--all", description = "Each event that the webhook hears of, one after the other.")
    private boolean all;

    @Option(names = "--dry-run", description = "Show the request and send nothing.")
    private boolean dryRun;

    @Mixin
    private ConfigOption config;

    WebhookTest(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws ConfigException, CommandFailure {
        if (all && event != null) {
            throw new CommandFailure(ExitCode.BAD_USAGE, "say either --all or --event " + event);
        }
        Configuration configuration = config.load(surroundings);
        WebhookSection section = configuration.webhooks().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new CommandFailure(ExitCode.BAD_USAGE, "there is no webhook '" + id + "'; there "
                        + (configuration.webhooks().isEmpty() ? "is none" : "are "
                                + String.join(", ", configuration.webhooks().stream().map(WebhookSection::id).toList()))));
        if (!section.enabled()) {
            surroundings.output().say("webhook " + id + " is switched off (enabled: false): no print sends to it");
        }
        boolean fine = true;
        try (TestBench bench = new TestBench(surroundings.time(), surroundings.threads(), configuration, section,
                RootCommand.version(), surroundings.output()::say)) {
            bench.problems().forEach(surroundings.output()::say);
            for (String name : names(section)) {
                fine &= one(bench, section, name);
            }
        }
        return (fine ? ExitCode.DONE : ExitCode.NOT_DELIVERED).number();
    }

    private List<String> names(WebhookSection section) {
        if (!all) {
            return List.of(event == null ? "PrintStarted" : event);
        }
        Set<String> names = new LinkedHashSet<>(section.events());
        section.customEvents().forEach(custom -> names.add(custom.name()));
        return new ArrayList<>(names);
    }

    private boolean one(TestBench bench, WebhookSection section, String name) throws CommandFailure {
        Output output = surroundings.output();
        TestBench.Prepared prepared;
        try {
            prepared = bench.prepare(name);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, e.getMessage() + ": docs/events.md has the names");
        }
        output.line("webhook " + id + ", " + prepared.topic() + (told(section, name) ? ""
                : " (no print sends it: the webhook does not name " + name + " in events)"));
        if (dryRun) {
            prepared.show().forEach(line -> output.line("> " + PlainText.printable(line)));
            output.line("nothing was sent");
            return true;
        }
        Trial.Result result = prepared.send();
        result.request().forEach(line -> output.line("> " + PlainText.printable(line)));
        result.answer().forEach(line -> output.line("< " + PlainText.printable(line)));
        result.wrong().forEach(line -> output.line("! " + PlainText.printable(line)));
        output.line(result.taken() ? result.wrong().isEmpty() ? "taken" : "taken, but see above" : "not taken");
        return result.taken();
    }

    private static boolean told(WebhookSection section, String name) {
        return section.events().contains(name)
                || section.customEvents().stream().anyMatch(custom -> custom.name().equalsIgnoreCase(name));
    }
}
