package org.printwire.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.printwire.json.Json;
import org.printwire.store.StoredDelivery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code printwire webhook show}: one message with all that is kept of it. */
@Command(
        name = "show",
        description = "Shows a delivery, or all of an event, with the values that its templates were given. Secrets are not"
                + " kept, so none is shown.",
        footer = {"", "Example:", "  printwire webhook show 12"})
final class WebhookShow implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", description = "The number that 'deliveries' lists, or an event id.")
    private String id;

    @Mixin
    private DataDir dataDir;

    WebhookShow(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure {
        List<StoredDelivery> found = Deliveries.in(dataDir.path(surroundings), List.of(), history -> history.show(id));
        if (found.isEmpty()) {
            throw new CommandFailure(ExitCode.BAD_USAGE,
                    "there is no delivery '" + id + "': printwire webhook deliveries lists them");
        }
        for (StoredDelivery delivery : found) {
            surroundings.output().line(Json.pretty(Deliveries.object(delivery, true)));
        }
        return ExitCode.DONE.number();
    }
}
