package org.printwire.cli;

import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.printwire.store.DeliveryFilter;
import org.printwire.store.DeliveryState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code printwire webhook purge}: forgets messages. */
@Command(
        name = "purge",
        description = "Forgets messages for good. What still waits is forgotten only with --waiting.",
        footer = {
            "",
            "Examples:",
            "  printwire webhook purge --dead",
            "  printwire webhook purge --waiting --webhook old-receiver"
        })
final class WebhookPurge implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DeliveryChoice choice;

    @Mixin
    private DataDir dataDir;

    WebhookPurge(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure {
        if (!choice.given()) {
            throw new CommandFailure(ExitCode.BAD_USAGE,
                    "say which: --dead, --delivered, --waiting, --webhook ID, --since WHEN");
        }
        DeliveryFilter filter = choice.filter(EnumSet.complementOf(EnumSet.of(DeliveryState.WAITING)),
                surroundings.time().wall());
        int count = Deliveries.in(dataDir.path(surroundings), 0, history -> history.purge(filter));
        surroundings.output().line(PlainText.count(count, "message") + " forgotten");
        return ExitCode.DONE.number();
    }
}
