package org.printwire.cli;

import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.printwire.store.DeliveryFilter;
import org.printwire.store.DeliveryState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code printwire webhook replay}: sends again what was sent or given up. */
@Command(
        name = "replay",
        description = {
            "Puts messages that have ended back to those that wait, with their event ids, so that the receiver can tell.",
            "A running print sends them at once, and so does: printwire webhook flush"
        },
        footer = {
            "",
            "Examples:",
            "  printwire webhook replay 12",
            "  printwire webhook replay --dead --webhook slack",
            "  printwire webhook replay --delivered --since 2h"
        })
final class WebhookReplay implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The number that 'deliveries' lists.")
    private Long place;

    @Mixin
    private DeliveryChoice choice;

    @Mixin
    private DataDir dataDir;

    WebhookReplay(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure {
        if ((place == null) == !choice.given() || choice.waiting()) {
            throw new CommandFailure(ExitCode.BAD_USAGE,
                    "say which: a number, or --dead, --delivered, --webhook ID, --since WHEN");
        }
        DeliveryFilter filter = choice.filter(
                EnumSet.of(DeliveryState.DEAD, DeliveryState.DELIVERED), surroundings.time().wall());
        int count = Deliveries.in(dataDir.path(surroundings), 0, history ->
                place == null ? history.replay(filter) : history.replay(place) ? 1 : 0);
        if (count == 0 && place != null) {
            throw new CommandFailure(ExitCode.BAD_USAGE, "there is no delivery " + place + " that has ended:"
                    + " printwire webhook deliveries lists them");
        }
        surroundings.output().line(PlainText.count(count, "message") + " to be sent again; now: printwire webhook flush");
        return ExitCode.DONE.number();
    }
}
