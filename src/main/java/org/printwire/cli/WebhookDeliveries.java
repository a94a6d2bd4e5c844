package org.printwire.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.printwire.json.Json;
import org.printwire.store.DeliveryFilter;
import org.printwire.store.DeliveryState;
import org.printwire.store.StoredDelivery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code printwire webhook deliveries}: what was sent, what waits, what was given up and why. */
@Command(
        name = "deliveries",
        description = "Lists the messages of the last weeks, the newest first: delivered, waiting, given up with the reason.",
        footer = {
            "",
            "Examples:",
            "  printwire webhook deliveries --dead",
            "  printwire webhook deliveries --webhook slack --since 2h"
        })
final class WebhookDeliveries implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DeliveryChoice choice;

    @Mixin
    private DataDir dataDir;

    @Mixin
    private ListLimit limit;

    @Option(names = "--json", description = "One object a delivery a line.")
    private boolean json;

    WebhookDeliveries(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure {
        int most = limit.most();
        DeliveryFilter filter = choice.filter(EnumSet.allOf(DeliveryState.class), surroundings.time().wall()).limit(most);
        List<StoredDelivery> found =
                Deliveries.in(dataDir.path(surroundings), List.of(), history -> history.list(filter));
        if (found.isEmpty()) {
            surroundings.output().say("there are none");
        }
        for (StoredDelivery delivery : found) {
            surroundings.output().line(json ? Json.object(Deliveries.object(delivery, false))
                    : PlainText.harmless(Deliveries.line(delivery)));
        }
        return ExitCode.DONE.number();
    }
}
